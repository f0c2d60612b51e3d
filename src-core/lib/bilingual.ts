/** Words in the two languages of the product; Chinese comes first. */
export type Language = 'zh' | 'en';

export type Bilingual = { readonly zh: string; readonly en: string };

/** Fills `{name}` places; a place without a value is a bug and stays visible as it is. */
export function fillPlaces(template: string, values: Readonly<Record<string, string | number>>): string {
  let filled = '';
  for (const { before, name } of partsOf(template)) filled += name === null ? before : `${before}${String(values[name] ?? `{${name}}`)}`;
  return filled;
}

/** A text with the place behind it; the last has none. */
type Part = { readonly before: string; readonly name: string | null };

/** Templates are constants of the program and of its rule books; every finding fills two of them. */
const parted = new Map<string, readonly Part[]>();

function partsOf(template: string): readonly Part[] {
  const known = parted.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{(\w+)\}/u);
  const parts = pieces.flatMap((before, index): Part[] => (index % 2 === 0 ? [{ before, name: pieces[index + 1] ?? null }] : []));
  parted.set(template, parts);
  return parts;
}
