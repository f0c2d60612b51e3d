/**
 * What was made of the objects of reports that were read lately, by their identity. An editor reads one report at every
 * keystroke; a batch reads thousands of them once, and to keep something for each as long as it lives would cost more than
 * to make it.
 */
export type Lately<Key extends object, Value> = { recent: Map<Key, Value>; earlier: Map<Key, Value> };

/** So many objects are kept at least: several reports of usual length, or one of any length. */
const enough = 256;

export function newLately<Key extends object, Value>(): Lately<Key, Value> {
  return { recent: new Map(), earlier: new Map() };
}

/** Before each report: when there is enough, what no report has asked for since it last was enough is forgotten. */
export function beginReport<Key extends object, Value>(kept: Lately<Key, Value>): void {
  if (kept.recent.size < enough) return;
  kept.earlier = kept.recent;
  kept.recent = new Map();
}

export function recall<Key extends object, Value>(kept: Lately<Key, Value>, key: Key): Value | undefined {
  const recent = kept.recent.get(key);
  if (recent !== undefined) return recent;
  const earlier = kept.earlier.get(key);
  if (earlier !== undefined) kept.recent.set(key, earlier);
  return earlier;
}

export function keep<Key extends object, Value>(kept: Lately<Key, Value>, key: Key, value: Value): void {
  kept.recent.set(key, value);
}
