import * as z from 'zod';

/** A property that is accepted though it changes nothing here; `reason` says why that is safe. */
export const inert = (reason: string) => z.unknown().optional().describe(reason);

/** Tags and names are for people and bills. */
export const tags = inert('tags are for bills and searches, neither of which exist locally');
export const description = inert('read by people only');

/** CDK writes some lists of one element as the element itself. */
export const text = z.string();
export const seconds = z.number().int().nonnegative();
