import type { BrowserContext, Route } from 'playwright-core';
import { library } from '../../web/src/messages/vi/library.ts';
import { vi } from '../../web/src/messages/vi.ts';

const refuse = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    // No sentence of the service, so that the page must find its own.
    body: JSON.stringify({ type: `/problems/${code}`, code, title: '', status }),
  });

/** The true answer with every list in it emptied. */
async function empty(route: Route): Promise<void> {
  const response = await route.fetch();
  const body: unknown = await response.json();
  const emptied = Object.fromEntries(
    Object.entries(body as object).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  );
  await route.fulfill({ response, json: emptied });
}

type Treatment = {
  readonly answer: (route: Route) => unknown;
  /** What the page has to say then. */
  readonly said?: string;
};

/** What may become of a page's reads; each leaves the page in a state that people meet. */
const TREATMENTS = {
  waiting: { answer: () => undefined, said: vi.common.loading },
  failing: { answer: refuse(500, 'internal'), said: vi.common.busy },
  offline: { answer: (route) => route.abort('internetdisconnected'), said: vi.common.noNetwork },
  forbidden: { answer: refuse(403, 'forbidden'), said: vi.common.noRight },
  'signed-out': { answer: refuse(401, 'sign-in-needed'), said: vi.common.signInFirst },
  empty: { answer: empty },
} as const satisfies Readonly<Record<string, Treatment>>;

export type State = keyof typeof TREATMENTS;
export const STATES = Object.keys(TREATMENTS) as readonly State[];

export const saidIn = (state: State): string | undefined => (TREATMENTS[state] as Treatment).said;

/** What a page says when all lists that it asked for are empty. Pages that show no list are not named. */
export const SAID_WHEN_EMPTY: Readonly<Record<string, string>> = {
  courses: vi.courses.none,
  'guest-course': vi.courses.noRun,
  course: vi.courses.noRun,
  'learner-home': vi.home.chooseTitle,
  calendar: vi.calendar.none,
  certificates: vi.certificates.none,
  certificate: vi.certificates.sheet.missing,
  downloads: vi.downloads.empty,
  library: library.none,
  'library-of-track': library.none,
  materials: vi.materialDesk.none.own,
  'waiting-materials': vi.materialDesk.none.waiting,
  upload: vi.media.empty,
  campaigns: vi.campaigns.none,
  classes: vi.teaching.none,
  class: vi.teaching.empty,
  'class-results': vi.teaching.empty,
  'class-roster': vi.teaching.empty,
  authoring: vi.authoring.none,
  bank: vi.bank.none,
  'quiz-marks': vi.marks.none,
  'quiz-extra-time': vi.marks.time.noClasses,
  'printed-exams': vi.printed.noClasses,
  'printed-exam-results': vi.printed.results.none,
  'quiz-mark-again': vi.marks.correct.none,
  'register-list': vi.people.list.none,
  'register-classes': vi.people.classes.none,
  'register-runs': vi.people.runs.none,
};

/** From now on every read of the API in this browser ends as `state` says; `onRead` hears of each. */
export async function answerAs(context: BrowserContext, state: State, onRead: () => void): Promise<void> {
  await context.route(
    (url) => url.pathname.startsWith('/v1/'),
    async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      onRead();
      await TREATMENTS[state].answer(route);
    },
  );
}

/** Closes a browser in which reads may still be on their way. */
export async function endStates(context: BrowserContext): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/** Shortens the pauses between a page's repeated tries: what it shows in the end is looked at, not how long it waits. */
export async function hurry(context: BrowserContext): Promise<void> {
  await context.addInitScript(`
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => later(work, ms >= 250 && ms <= 2500 ? 10 : ms, ...rest);
  `);
}

/** A device that keeps no answers, as in a private window: a page then shows what just came and nothing older. */
export async function forgetAnswers(context: BrowserContext): Promise<void> {
  await context.addInitScript('Object.defineProperty(globalThis, "indexedDB", { value: undefined });');
}
