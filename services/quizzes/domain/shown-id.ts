/** Ids of what is shown count places, so they say nothing about the author's order. */
type Prefix = 'o' | 'p' | 'c';
export const shownId = (prefix: Prefix, place: number): string => `${prefix}${place + 1}`;
/** The place that an id of `shownId` counts; −1 for a text that is none. */
export const placeOf = (id: string): number => (/^[opc][1-9]\d*$/.test(id) ? Number(id.slice(1)) - 1 : -1);
