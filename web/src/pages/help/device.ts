/** Names by the mark that a browser leaves in its user agent; the first that fits, because they quote each other. */
const BROWSERS = [
  { name: 'Zalo', mark: /Zalo/i },
  { name: 'Facebook', mark: /FBA[NV]/ },
  { name: 'Samsung Internet', mark: /SamsungBrowser\/(\d+)/ },
  { name: 'Coc Coc', mark: /coc_coc_browser\/(\d+)/ },
  { name: 'Edge', mark: /Edg(?:A|iOS)?\/(\d+)/ },
  { name: 'Firefox', mark: /(?:Firefox|FxiOS)\/(\d+)/ },
  { name: 'Chrome', mark: /(?:Chrome|CriOS)\/(\d+)/ },
  { name: 'Safari', mark: /Version\/(\d+).*Safari/ },
] as const;
const SYSTEMS = [
  { name: 'Android', mark: /Android (\d+)/ },
  { name: 'iPhone', mark: /iPhone OS (\d+)/ },
  { name: 'iPad', mark: /iPad.*? OS (\d+)/ },
  { name: 'Windows', mark: /Windows/ },
  { name: 'macOS', mark: /Mac OS X/ },
  { name: 'Linux', mark: /Linux/ },
] as const;

const named = (list: readonly { readonly name: string; readonly mark: RegExp }[], text: string): string[] => {
  for (const { name, mark } of list) {
    const found = mark.exec(text);
    if (found) return [[name, found[1]].filter(Boolean).join(' ')];
  }
  return [];
};

/** What a helper asks first: system and browser with their main versions. Empty when neither is known. */
export const deviceOf = (userAgent: string): string =>
  [...named(SYSTEMS, userAgent), ...named(BROWSERS, userAgent)].join(', ');
