import { kieu as en } from '../../messages/en/kieu.ts';
import { language } from '../../messages/language.ts';
import { kieu as vi } from '../../messages/vi/kieu.ts';
import { useStore } from '../../state/store.ts';

export type KieuWords = typeof vi;

/** The words of this page; they travel with it and burden no other. */
export const useKieuWords = (): KieuWords => (useStore(language) === 'en' ? en : vi);
