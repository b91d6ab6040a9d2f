/** Text that is markup already; everything else is escaped when it is put into a page. */
export type Html = { readonly html: string };

type Part = Html | string | number | undefined | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'object')
    return 'html' in part ? part.html : part.map(({ html: each }) => each).join('');
  return String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
};

/** Template tag: escapes every value that is not markup itself, so no contract text can become markup. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((string, index) => string + text(parts[index])).join(''),
});
