import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/contract/roles.ts';
import { vi } from '../../web/src/messages/vi.ts';
import {
  accessibilityFaults,
  drawWith,
  shapeFaults,
  spillsOf,
  untranslated,
} from '../support/browser-look.ts';
import { setTour } from '../support/browser-stage.ts';
import {
  answerAs,
  forgetAnswers,
  hurry,
  SAID_WHEN_EMPTY,
  STATES,
  type State,
  saidIn,
} from '../support/browser-states.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import { SMALL_PHONE, shown, signInAs, TV, type Visit } from '../support/browser-visit.ts';

const tour = setTour();

/** What a press brings although nothing is answered. */
const PRESSED: readonly string[] = ['people-of-the-phone'];
/** What only an answer brings to press on: in trouble these are the page of another stop. */
const SEEN_UNPRESSED: readonly string[] = ['join-name', 'quiz-question', 'quiz-last-step', 'campaign-form'];
/** The page that asks for nothing is looked at as it is; the hall's screen and an open question have tests below. */
const STOPS = TOUR.filter(({ name, tv }) => !tv && name !== 'components' && !SEEN_UNPRESSED.includes(name));
/** Homes of staff are one page that differs by what it counts; in trouble it counts nothing and one stands for all. */
const isHomeOfStaff = ({ name, role }: Stop): boolean =>
  name.endsWith('-home') && role !== undefined && role !== 'learner' && role !== 'content-staff';
const stopsIn = (state: State): readonly Stop[] =>
  state === 'empty' ? STOPS : STOPS.filter((stop) => !isHomeOfStaff(stop));
const rolesIn = (state: State) => [...new Set(stopsIn(state).map(({ role }) => role))];

/** A visit in which all reads end in one way. */
type Troubled = Visit & { readonly state: State; readonly reads: { count: number } };

/** On the smallest phone in the largest letters and in high contrast, where a state has the least room. */
async function openTroubled(state: State, role: Role | undefined): Promise<Troubled> {
  const reads = { count: 0 };
  const visit = await tour.open({
    viewport: SMALL_PHONE,
    serviceWorkers: 'block',
  });
  await Promise.all([hurry(visit.context), forgetAnswers(visit.context)]);
  if (role) await signInAs(visit, role);
  await answerAs(visit.context, state, () => {
    reads.count += 1;
  });
  return { ...visit, state, reads };
}

async function open({ reads, ...visit }: Troubled, stop: Stop): Promise<void> {
  const { page, state } = visit;
  reads.count = 0;
  await page.goto(stop.path(tour.places));
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

/** What these ask for only adds a name to the greeting; everything on them works without. */
const DECORATED: readonly string[] = ['content-home'];
/** These ask what anybody may ask: nobody is forbidden it, so a refusal is a fault like any other there. */
const PUBLIC: readonly string[] = ['join-class', 'join-as-learner'];

/** A page that asked the API says what became of it: aloud that it waits, and in words what there is not. */
async function silence({ page, state, reads }: Troubled, stop: Stop): Promise<string[]> {
  const said = state === 'empty' ? SAID_WHEN_EMPTY[stop.name] : saidIn(state);
  if (!said || reads.count === 0 || DECORATED.includes(stop.name)) return [];
  if (state === 'forbidden' && PUBLIC.includes(stop.name)) return [];
  const saying = state === 'waiting' ? page.getByRole('status', { name: said }) : page.getByText(said);
  return (await saying.count()) > 0 ? [] : [`does not say "${said}"`];
}

async function lookAt(visit: Troubled, stop: Stop): Promise<string[]> {
  await open(visit, stop);
  const faults = [
    ...(await silence(visit, stop)),
    ...(await shapeFaults(visit.page)),
    ...(await untranslated(visit.page)),
    ...((await isNew(visit)) ? await accessibilityFaults(visit.page) : []),
  ];
  return faults.map((fault) => `${stop.name}, ${visit.state}: ${fault}`);
}

describe.each(STATES)('every page, %s', (state) => {
  it.concurrent.each(rolesIn(state))('as %s', async (role) => {
    const visit = await openTroubled(state, role);
    const faults: string[] = [];
    for (const stop of stopsIn(state).filter((one) => one.role === role))
      faults.push(...(await lookAt(visit, stop)));
    await visit.context.close();
    expect(faults.join('\n')).toBe('');
  });
});

describe.each(STATES)('what has all it needs on the device, %s', (state) => {
  it.concurrent('is an open question of a quiz', async () => {
    const visit = await tour.open({ viewport: SMALL_PHONE, serviceWorkers: 'block' });
    const { page, context } = visit;
    await signInAs(visit, 'learner');
    const stop = TOUR.find(({ name }) => name === 'quiz-question') as Stop;
    await page.goto(stop.path(tour.places));
    await stop.press?.(visit);
    await answerAs(context, state, () => {});
    await page.reload();
    await page.locator('fieldset.item').waitFor();
    await drawWith(page, { size: '3', contrast: 'more' });
    expect([...(await shapeFaults(page)), ...(await untranslated(page))]).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });

  it.concurrent("is the hall's screen, which has words on safety of its own", async () => {
    const { page, context } = await tour.open({ viewport: TV, serviceWorkers: 'block' });
    await Promise.all([hurry(context), forgetAnswers(context)]);
    await answerAs(context, state, () => {});
    await page.goto('/tv');
    const choices = page.getByRole('navigation', { name: vi.tv.choices });
    await choices.getByRole('button', { name: vi.tv.tiles.safety }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
    expect([...(await spillsOf(page)), ...(await untranslated(page))]).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});
