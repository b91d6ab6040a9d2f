import { libraryTools as en } from '../../messages/en/library-tools.ts';
import { language } from '../../messages/language.ts';
import { libraryTools as vi } from '../../messages/vi/library-tools.ts';
import { useStore } from '../../state/store.ts';

/** The words of what staff do with a material; they come with it, and burden no learner. */
export const useToolWords = (): typeof vi => (useStore(language) === 'en' ? en : vi);
