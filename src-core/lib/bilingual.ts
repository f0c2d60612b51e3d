/** Words in the two languages of the product; Chinese comes first. */
export type Language = 'zh' | 'en';

export type Bilingual = { readonly zh: string; readonly en: string };

/** Fills `{name}` places; a place without a value is a bug and stays visible as it is. */
export function fillPlaces(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
