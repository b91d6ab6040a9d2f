/** Names the second of a recording in an address, as in `/thu-vien/01K…?giay=65`. */
const NAME = 'giay';

/** The address of a page with the place in its recording. */
export const placeLink = (page: string, ms: number): string => `${page}?${NAME}=${Math.floor(ms / 1000)}`;

/** The place that an address asks for, seconds; undefined when it asks for none. */
export const askedPlace = (search: string): number | undefined => {
  const seconds = new URLSearchParams(search).get(NAME) ?? '';
  return /^\d{1,5}$/.test(seconds) ? Number(seconds) : undefined;
};
