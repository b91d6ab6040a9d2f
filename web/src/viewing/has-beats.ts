import type { Keeping } from '../quiz/keeping.ts';

/** Under it lies what was watched on this device. */
export const VIEWING = 'hvs.viewing.';

export const isBeat = (key: string): boolean => key.startsWith(VIEWING) && key.includes('.beat.');

/** Apart from what sends them, which no page needs before there are any. */
export const hasBeats = (keeping: Keeping): boolean => keeping.keys(VIEWING).some(isBeat);
