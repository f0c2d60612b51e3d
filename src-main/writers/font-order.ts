/** The parts of a font in the order of the schema (ECMA-376, CT_Font): the library writes them in another. */

const order = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** @param styles the text of `xl/styles.xml` */
export function orderFonts(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gu, (_font, parts: string) => {
    const found = [...parts.matchAll(/<([a-zA-Z]+)[^>]*\/>/gu)].map(([text, name = '']) => ({ text, place: order.indexOf(name) }));
    return `<font>${found
      .sort((one, other) => one.place - other.place)
      .map(({ text }) => text)
      .join('')}</font>`;
  });
}
