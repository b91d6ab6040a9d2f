import { staffHome as en } from '../../messages/en/staff-home.ts';
import { language } from '../../messages/language.ts';
import { staffHome as vi } from '../../messages/vi/staff-home.ts';
import { useStore } from '../../state/store.ts';

export type StaffHomeWords = typeof vi;

/** The words of the home page of staff; they travel with it and burden no other page. */
export const useStaffWords = (): StaffHomeWords => (useStore(language) === 'en' ? en : vi);
