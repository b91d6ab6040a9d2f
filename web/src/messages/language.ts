import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { everybody } from './vi/everybody.ts';
import type { vi } from './vi.ts';

export type Messages = typeof vi;
export type Language = 'vi' | 'en';

const LANGUAGE_KEY = 'hvs.language';

export const language = createStore<Language>('vi');
/**
 * The sentences of the chosen language; pages read them with `useMessages`. Those of the pages for work at a desk are
 * there once `loadDeskWords` has resolved, which the router waits for before it shows such a page; those of rarer
 * kinds of question come with what they are answered with.
 */
export const messages = createStore<Messages>(everybody as Messages);

/** Changes the language; English is fetched only when somebody wants it. Rejects without network, nothing changes then. */
export const chooseLanguage = async (wanted: Language): Promise<void> => {
  const next = wanted === 'en' ? (await import('./en.ts')).en : (await import('./vi.ts')).vi;
  device.write(LANGUAGE_KEY, wanted);
  document.documentElement.lang = wanted;
  language.set(wanted);
  messages.set(next);
};

/** The language chosen on this device before; Vietnamese otherwise. */
export const startLanguage = async (): Promise<void> => {
  if (device.read(LANGUAGE_KEY) === 'en') await chooseLanguage('en').catch(() => undefined);
};

/** Adds the words of the pages for work at a desk; English comes with them. Rejects without network. */
export const loadDeskWords = async (): Promise<void> => {
  if (language.get() !== 'vi') return;
  const { vi: all } = await import('./vi.ts');
  // English may have been chosen, or have arrived, meanwhile.
  if (language.get() === 'vi') messages.set(all);
};

/** Adds the words of the rarer kinds of question; English comes with them. Rejects without network. */
export const loadItemWords = async (): Promise<void> => {
  if (language.get() !== 'vi') return;
  const { items } = await import('./vi/items.ts');
  if (language.get() === 'vi') messages.set({ ...messages.get(), items });
};
