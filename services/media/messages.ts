import { UNSAID } from './domain/asset-metadata.ts';

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

/** How players name the one sound track of a recording: by the language that its uploader says is spoken in it. */
export const soundTrackOf = ({
  language,
} = UNSAID): { readonly language: string; readonly name: string } => ({
  language,
  name: languageName(language),
});
