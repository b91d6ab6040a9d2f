export type SeenPage = { readonly title: string; readonly path: string };

const HELP = '/hoi-giup';
let last: SeenPage | undefined;

/** Notes which page is on screen; the page that offers help wants to know where somebody came from. */
export const noteSeen = (page: SeenPage): void => {
  if (page.path !== HELP) last = page;
};

/** The page seen before the one that offers help, since the site was opened. */
export const lastSeen = (): SeenPage | undefined => last;
