/** Short texts come again and again in a table (labels, noughts): what is worked out for one is remembered. */

const longest = 60;
/** So many texts are a few reports; then it begins anew, so that memory stays small. */
const most = 4_000;

/** The same function, which must depend on the text alone. */
export function rememberTexts<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    if (text.length > longest) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found.result;
    if (known.size >= most) known.clear();
    const result = work(text);
    known.set(text, { result });
    return result;
  };
}
