import { describe, expect, it } from 'vitest';
import { accessibilityFaults, drawWith, shapeFaults, untranslated } from './browser-look.ts';
import type { TourStage } from './browser-stage.ts';
import {
  answerAs,
  endStates,
  forgetAnswers,
  hurry,
  SAID_WHEN_EMPTY,
  STATES,
  type State,
  saidIn,
} from './browser-states.ts';
import { type Stop, TOUR } from './browser-tour.ts';
import { SMALL_PHONE, shown, type Visit } from './browser-visit.ts';
import type { Visitor } from './tour-pages.ts';
import type { Places } from './tour-places.ts';

/** What a press brings although nothing is answered. */
const PRESSED: readonly string[] = ['people-of-the-phone'];
/** What only an answer brings to press on: in trouble these are the page of another stop. */
const SEEN_UNPRESSED: readonly string[] = [
  'join-name',
  'quiz-question',
  'quiz-last-step',
  'campaign-form',
  'blueprint',
];
/** The page that asks for nothing is looked at as it is; the hall's screen and an open question are looked at apart. */
const STOPS = TOUR.filter(({ name, tv }) => !tv && name !== 'components' && !SEEN_UNPRESSED.includes(name));
/** Homes of staff are one page that differs by what it counts; in trouble it counts nothing and one stands for all. */
const isHomeOfStaff = ({ name, role }: Stop): boolean =>
  name.endsWith('-home') && role !== undefined && role !== 'learner' && role !== 'content-staff';
const stopsIn = (state: State): readonly Stop[] =>
  state === 'empty' ? STOPS : STOPS.filter((stop) => !isHomeOfStaff(stop));

/** A visit in which all reads end in one way. */
type Troubled = Visit & { readonly state: State; readonly reads: { count: number } };

/** On the smallest phone in the largest letters and in high contrast, where a state has the least room. */
async function openTroubled(tour: TourStage, state: State, role: Visitor): Promise<Troubled> {
  const reads = { count: 0 };
  const options = { viewport: SMALL_PHONE, serviceWorkers: 'block' } as const;
  const visit = await (role ? tour.openAs(role, options) : tour.open(options));
  await Promise.all([hurry(visit.context), forgetAnswers(visit.context)]);
  await answerAs(visit.context, state, () => {
    reads.count += 1;
  });
  return { ...visit, state, reads };
}

async function open({ reads, ...visit }: Troubled, stop: Stop, places: Places): Promise<void> {
  const { page, state } = visit;
  // What the page before still asks for is no read of this one.
  await page.goto('about:blank');
  reads.count = 0;
  await page.goto(stop.path(places));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (state !== 'waiting') await shown(visit);
  if (PRESSED.includes(stop.name)) await stop.press?.(visit);
  await page.evaluate('document.fonts.ready.then(() => {})');
  await drawWith(page, { size: '3', contrast: 'more' });
}

/** Pages in trouble look alike, and axe sees no words: each arrangement of elements is given to it once. */
const arrangements = new Set<string>();
async function isNew({ page }: Visit): Promise<boolean> {
  const arrangement = await page.evaluate<string>('looking.arrangement()');
  const before = arrangements.size;
  return arrangements.add(arrangement).size > before;
}

/** What these ask for only adds a name to the greeting, or is noted for later; everything on them works without. */
const DECORATED: readonly string[] = ['content-home', 'downloads'];
/** These ask what anybody may ask: nobody is forbidden it, so a refusal is a fault like any other there. */
const PUBLIC: readonly string[] = ['join-class', 'join-as-learner'];

/** A page that asked the API says what became of it: aloud that it waits, and in words what there is not. */
async function silence({ page, state, reads }: Troubled, stop: Stop): Promise<string[]> {
  const said = state === 'empty' ? SAID_WHEN_EMPTY[stop.name] : saidIn(state);
  if (!said || reads.count === 0 || DECORATED.includes(stop.name)) return [];
  if (state === 'forbidden' && PUBLIC.includes(stop.name)) return [];
  const saying = state === 'waiting' ? page.getByRole('status', { name: said }) : page.getByText(said);
  // Its shell has a heading before any script has run.
  const isSaid = await saying
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
  return isSaid ? [] : [`does not say "${said}"`];
}

async function lookAt(visit: Troubled, stop: Stop, places: Places): Promise<string[]> {
  await open(visit, stop, places);
  const faults = [
    ...(await silence(visit, stop)),
    ...(await shapeFaults(visit.page)),
    ...(await untranslated(visit.page)),
    ...((await isNew(visit)) ? await accessibilityFaults(visit.page) : []),
  ];
  return faults.map((fault) => `${stop.name}, ${visit.state}: ${fault}`);
}

/** Looks at every page that these people have, in every state that their reads may leave it in. */
export const lookAtStatesFor = (roles: readonly Visitor[], tour: TourStage): void => {
  describe.each(STATES)('every page, %s', (state) => {
    const visitors = roles.filter((role) => stopsIn(state).some((stop) => stop.role === role));
    it.concurrent.each(visitors)('as %s', async (role) => {
      const visit = await openTroubled(tour, state, role);
      const faults: string[] = [];
      for (const stop of stopsIn(state).filter((one) => one.role === role))
        faults.push(...(await lookAt(visit, stop, tour.places)));
      await endStates(visit.context);
      expect(faults.join('\n')).toBe('');
    });
  });
};
