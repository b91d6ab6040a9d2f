import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { everybody } from './vi/everybody.ts';
import type { vi } from './vi.ts';
import type { DeskWords } from './words-file.ts';

export type Messages = typeof vi;
export type Language = 'vi' | 'en';

type Part = DeskWords | 'items';
/** What does not come with the first script: the words of each desk, and of the rarer kinds of question. */
const PARTS: { readonly [P in Part]: () => Promise<Partial<Messages>> } = {
  media: () => import('./vi/media.ts'),
  captions: () => import('./vi/captions.ts'),
  materials: () => import('./vi/material-desk.ts'),
  campaigns: () => import('./vi/campaigns.ts'),
  overview: () => import('./vi/overview.ts'),
  marks: () => import('./vi/marks.ts'),
  analysis: () => import('./vi/analysis.ts'),
  classes: () => import('./vi/class-desk.ts'),
  authoring: () => import('./vi/authoring-desk.ts'),
  questions: () => import('./vi/question-desk.ts'),
  printed: () => import('./vi/printed.ts'),
  items: () => import('./vi/items.ts'),
};

const LANGUAGE_KEY = 'hvs.language';

export const language = createStore<Language>('vi');
/**
 * The sentences of the chosen language; pages read them with `useMessages`. Those of the pages for work at a desk are
 * there once `loadWords` has resolved, which the router waits for before it shows such a page; those of rarer kinds of
 * question come with what they are answered with, and those that
 * `bringWords` adds with the script of a page.
 */
export const messages = createStore<Messages>(everybody as Messages);

/** Parts that pages have asked for, which have to be there again when somebody comes back to Vietnamese. */
const asked = new Set<Part>();
/** What came with the scripts of pages. */
const brought: Partial<Messages> = {};

/** The words of every page with those of some parts. */
const withParts = async (parts: Iterable<Part>): Promise<Messages> =>
  Object.assign({}, everybody, brought, ...(await Promise.all([...parts].map((part) => PARTS[part]()))));

/** Changes the language; English is fetched only when somebody wants it. Rejects without network, nothing changes then. */
export const chooseLanguage = async (wanted: Language): Promise<void> => {
  const next = wanted === 'en' ? (await import('./en.ts')).en : await withParts(asked);
  device.write(LANGUAGE_KEY, wanted);
  document.documentElement.lang = wanted;
  language.set(wanted);
  messages.set(next);
};

/** The language chosen on this device before; Vietnamese otherwise. */
export const startLanguage = async (): Promise<void> => {
  if (device.read(LANGUAGE_KEY) === 'en') await chooseLanguage('en').catch(() => undefined);
};

/** Adds the Vietnamese words of one page, which come with its own script. English is there whole or not at all. */
export const bringWords = (words: Partial<Messages>): void => {
  Object.assign(brought, words);
  if (language.get() === 'vi') messages.set({ ...messages.get(), ...words });
};

/** Adds parts of the catalogue that do not come with the first script; English comes whole. Rejects without network. */
export const loadWords = async (parts: readonly Part[]): Promise<void> => {
  const words = language.get() === 'vi' ? await withParts(parts) : {};
  for (const part of parts) asked.add(part);
  // English may have been chosen, or have arrived, meanwhile.
  if (language.get() === 'vi') messages.set({ ...messages.get(), ...words });
};
