/** Names the second of a recording in an address, as in `/thu-vien/01K…?giay=65`. */
const SECOND = 'giay';
/** Names the page of a document, as in `/thu-vien/01K…?trang=3`. */
const PAGE = 'trang';

/** The address of a page with the place in its recording. */
export const placeLink = (page: string, ms: number): string => `${page}?${SECOND}=${Math.floor(ms / 1000)}`;

/** The place that an address asks for, seconds; undefined when it asks for none. */
export const askedPlace = (search: string): number | undefined => {
  const seconds = new URLSearchParams(search).get(SECOND) ?? '';
  return /^\d{1,5}$/.test(seconds) ? Number(seconds) : undefined;
};

/** The address of a page of the site with the page of its document, from 1. */
export const pageLink = (place: string, page: number): string => `${place}?${PAGE}=${page}`;

/** The page of a document that an address asks for, from 1; undefined when it asks for none. */
export const askedPage = (search: string): number | undefined => {
  const page = new URLSearchParams(search).get(PAGE) ?? '';
  return /^[1-9]\d{0,2}$/.test(page) ? Number(page) : undefined;
};
