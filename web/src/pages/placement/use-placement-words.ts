import { placement as en } from '../../messages/en/placement.ts';
import { language } from '../../messages/language.ts';
import { placement as vi } from '../../messages/vi/placement.ts';
import { useStore } from '../../state/store.ts';

/** The words of this page; they travel with it and burden no other. */
export const usePlacementWords = (): typeof vi => (useStore(language) === 'en' ? en : vi);
