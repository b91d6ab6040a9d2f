import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import {
  accessibilityFaults,
  drawWith,
  shapeFaults,
  spillsOf,
  untranslated,
} from '../support/browser-look.ts';
import { setTour } from '../support/browser-stage.ts';
import { answerAs, endStates, forgetAnswers, hurry, STATES } from '../support/browser-states.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import { SMALL_PHONE, signInAs, TV } from '../support/browser-visit.ts';
import { WALKS } from '../support/tour-pages.ts';
import { lookAtStatesFor } from '../support/tour-states.ts';

const tour = setTour();

lookAtStatesFor(WALKS.learners, tour);

/** An attempt without questions exists nowhere: nothing is published empty. */
const STATES_OF_ATTEMPTS = STATES.filter((state) => state !== 'empty');

describe.each(STATES_OF_ATTEMPTS)('what has all it needs on the device, %s', (state) => {
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
    await endStates(context);
  });
});

describe.each(STATES)('what has all it needs on the device, %s', (state) => {
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
    await endStates(context);
  });
});
