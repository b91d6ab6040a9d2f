import { help as en } from '../../messages/en/help.ts';
import { language } from '../../messages/language.ts';
import { help as vi } from '../../messages/vi/help.ts';
import { useStore } from '../../state/store.ts';

export type HelpWords = typeof vi;

/** The words of this page; they travel with it and burden no other. */
export const useHelpWords = (): HelpWords => (useStore(language) === 'en' ? en : vi);
