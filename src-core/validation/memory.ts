/** What is worked out once from a rule's data. */

/** What `build` makes of an object, made once for each. */
export function once<Key extends object, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const built = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = built.get(key);
    if (before !== undefined) return before.value;
    const value = build(key);
    built.set(key, { value });
    return value;
  };
}
