/** What an id names: option, prompt, choice, entry, gap, element. */
type Prefix = 'o' | 'p' | 'c' | 'e' | 'g' | 'x';
/** Ids count the places at which things are shown, so they say nothing about the author's order. */
export const shownId = (prefix: Prefix, place: number): string => `${prefix}${place + 1}`;
/** The place that an id of `shownId` counts; −1 for a text that is none. */
export const placeOf = (id: string): number => (/^[opcegx][1-9]\d*$/.test(id) ? Number(id.slice(1)) - 1 : -1);
