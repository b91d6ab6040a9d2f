import type { ComponentType } from 'preact';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import type { DeskPageName } from './desk-pages.ts';
import { loadWords } from './messages/language.ts';
import type { DeskWords } from './messages/words-file.ts';
import { type PageName, pageAt, sitePages } from './pages.ts';
import { siteConfig } from './session/config.ts';
import { lazyPage } from './ui/lazy-page.tsx';
import { Shell } from './ui/shell.tsx';

/** `preload` resolves once that is here which the first picture of the page needs besides. */
type Load = () => Promise<{ default: ComponentType; preload?: () => Promise<void> }>;

/** The script of each page that is not for work at a desk, fetched when it is first opened. */
const scripts: Readonly<Record<Exclude<PageName, DeskPageName>, Load>> = {
  home: () => import('./pages/home/home.tsx'),
  'sign-in': () => import('./pages/sign-in/sign-in.tsx'),
  join: () => import('./pages/join/join.tsx'),
  'join-code': () => import('./pages/join/join.tsx'),
  courses: () => import('./pages/courses/courses.tsx'),
  course: () => import('./pages/courses/course.tsx'),
  lesson: () => import('./pages/lesson/lesson.tsx'),
  help: () => import('./pages/help/help.tsx'),
  calendar: () => import('./pages/calendar/calendar.tsx'),
  certificates: () => import('./pages/certificates/certificates.tsx'),
  certificate: () => import('./pages/certificates/certificate.tsx'),
  downloads: () => import('./pages/downloads/downloads.tsx'),
  quiz: () => import('./pages/quiz/quiz.tsx'),
  placement: () => import('./pages/placement/placement.tsx'),
  account: () => import('./pages/account/account.tsx'),
  library: () => import('./pages/library/library.tsx'),
  material: () => import('./pages/library/material.tsx'),
  tv: () => import('./pages/tv/tv.tsx'),
  'tv-code': () => import('./pages/tv/code.tsx'),
  'not-found': () => import('./pages/not-found.tsx'),
};

const locally =
  (load: Load): Load =>
  async () =>
    (await siteConfig()).local ? load() : scripts['not-found']();

const fromDesk =
  (name: DeskPageName, words: readonly DeskWords[]): Load =>
  async () => {
    const script = import('./desk-pages.ts').then(({ deskPages }) => deskPages[name]());
    return (await Promise.all([script, loadWords(words)]))[0];
  };

const whole =
  (load: Load): Load =>
  async () => {
    const page = await load();
    await page.preload?.();
    return page;
  };

const isForDesk = (name: PageName): name is DeskPageName => !(name in scripts);

const routes = sitePages.map(([name, { path, deskWords = [], isLocal }]) => {
  const script = isForDesk(name) ? fromDesk(name, deskWords) : scripts[name];
  const load = isLocal ? locally(script) : script;
  return { name, path, component: lazyPage(whole(load)) };
});

/** Resolves once the script of the page at an address is here, so that its first picture is the page itself. */
export const preloadPage = async (address: string): Promise<void> => {
  await routes.find(({ name }) => name === pageAt(address))?.component.preload();
};

/** Addresses that are not pages: the API, tracked links, recordings and the local cloud's own pages. */
const PAGES = /^\/(?!v1\/|t\/|media\/|local(\/|$))/;

/** The pages by their addresses. The router would throw at an address that it cannot read, so it hears of no other page there. */
const Pages = () => {
  const { path: address } = useLocation();
  const known = pageAt(address) === 'not-found' ? routes.filter(({ path }) => !path) : routes;
  return (
    <Router>
      {known.map(({ name, path, component }) =>
        path ? (
          <Route key={name} path={path} component={component} />
        ) : (
          <Route key={name} default component={component} />
        ),
      )}
    </Router>
  );
};

/** The site: one address per page. */
export const App = () => (
  <LocationProvider scope={PAGES}>
    <Shell>
      <Pages />
    </Shell>
  </LocationProvider>
);
