/** How players name the one sound track of a lecture. */
export const soundTrack = { language: 'vi', name: 'Tiếng Việt' } as const;

/** How languages call themselves to viewers, and in playlists. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  zh: '中文',
  km: 'ភាសាខ្មែរ',
  ko: '한국어',
  ja: '日本語',
  fr: 'Français',
};

export const languageName = (language: string): string => OWN_NAMES[language] ?? language;
