import { randomBytes } from 'node:crypto';

/** What the screens of one code hold: nobody guesses 128 bits. */
export const drawnScreenKey = (): string => randomBytes(16).toString('hex');
