import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { vi } from './vi.ts';

export type Messages = typeof vi;
export type Language = 'vi' | 'en';

const LANGUAGE_KEY = 'hvs.language';

export const language = createStore<Language>('vi');
/** The sentences of the chosen language; pages read them with `useMessages`. */
export const messages = createStore<Messages>(vi);

/** Changes the language; English is fetched only when somebody wants it. Rejects without network, nothing changes then. */
export const chooseLanguage = async (wanted: Language): Promise<void> => {
  const next = wanted === 'en' ? (await import('./en.ts')).en : vi;
  device.write(LANGUAGE_KEY, wanted);
  document.documentElement.lang = wanted;
  language.set(wanted);
  messages.set(next);
};

/** The language chosen on this device before; Vietnamese otherwise. */
export const startLanguage = async (): Promise<void> => {
  if (device.read(LANGUAGE_KEY) === 'en') await chooseLanguage('en').catch(() => undefined);
};
