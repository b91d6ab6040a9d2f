const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
/** Signs that XML 1.0 has no way to write, not even by their number. */
const UNWRITABLE = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\ufffe\uffff]/gu;

/** Text that is safe inside an element and inside an attribute in double quotes. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"\r]/g, (c) => ESCAPES[c] ?? c);

/** An element around others that are XML already. */
export const branch = (name: string, ...children: readonly string[]): string =>
  `<${name}>${children.join('')}</${name}>`;

/** `<name>text</name>`, nothing when there is no value. */
export const leaf = (name: string, value: string | number | boolean | undefined): string =>
  value === undefined ? '' : branch(name, escapeXml(String(value)));

/** An element with attributes; those without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`,
  );
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}
