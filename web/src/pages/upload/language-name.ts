const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** The name of a language as people say it; its BCP 47 tag where the browser knows no name. */
export const nameOfLanguage = (tag: string, shown: keyof typeof LOCALES): string => {
  try {
    return new Intl.DisplayNames(LOCALES[shown], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
