import { placement } from '../../web/src/messages/vi/placement.ts';
import { vi } from '../../web/src/messages/vi.ts';
import type { Visit } from './browser-visit.ts';

/** Presses the button of this name. */
export const pressButton =
  (name: string) =>
  async ({ page }: Visit): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
  };

/** A phone that has the attempt already shows its question at once. */
export const openQuestion = async ({ page }: Visit): Promise<void> => {
  const begin = page.getByRole('button', {
    name: new RegExp([vi.quiz.start, vi.quiz.again, vi.quiz.resume].join('|')),
  });
  const question = page.locator('fieldset.item');
  const end = page.getByRole('button', { name: vi.quiz.submit, exact: true });
  await begin.or(question).or(end).waitFor();
  if (await end.isVisible()) await page.getByRole('button', { name: vi.quiz.goTo(1, false) }).click();
  if (await begin.isVisible()) await begin.click();
  await question.waitFor();
};

/** Goes to the step from which a quiz is handed in. */
export const openLastStep = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await openQuestion(visit);
  const end = page.getByRole('button', { name: vi.quiz.toEnd });
  const places = page.locator('details.progress');
  await page.getByText(vi.quiz.seeQuestions).click();
  await places.getByRole('button').last().click();
  await end.click();
  await page.getByRole('button', { name: vi.quiz.submit, exact: true }).waitFor();
};

/** Whoever has begun is shown the question that waits at once. */
export const openPlacement = async ({ page }: Visit): Promise<void> => {
  const begin = page.getByRole('button', { name: new RegExp(`^(${placement.start}|${placement.again})$`) });
  const question = page.locator('fieldset.item');
  await begin.or(question).waitFor();
  if (await begin.isVisible()) await begin.click();
  await question.waitFor();
};

/** Says of everything that is asked that it is not known, up to the levels. */
export const openLevels = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await openPlacement(visit);
  const levels = page.locator('.placement-domain').first();
  const numbered = page.locator('fieldset.item h1 .unseen');
  for (;;) {
    await levels.or(numbered).first().waitFor();
    if (await levels.isVisible()) return;
    const number = await numbered.textContent();
    await page.getByRole('button', { name: placement.unknown, exact: true }).click();
    await numbered.filter({ hasText: number ?? '' }).waitFor({ state: 'detached' });
  }
};

/** The hall's screen has its message at once and everything to choose from a little later. */
export const awaitTiles = async ({ page }: Visit): Promise<void> => {
  await page.locator('.tv-foot .number').first().waitFor();
  await page
    .getByRole('navigation', { name: vi.tv.choices })
    .getByRole('button')
    .filter({ hasText: vi.tv.tiles.courses })
    .waitFor();
};

/** Opens the list of the people on this phone. */
export const openPeople = async ({ page }: Visit): Promise<void> => {
  await page.locator('.face-button').click();
};

/** Fills in a further quiz of a course that has one already, drawn row by row. */
export const openBlueprint = async (visit: Visit): Promise<void> => {
  await pressButton(vi.authoring.quiz.another)(visit);
  await visit.page.getByLabel(vi.bank.blueprint.way).selectOption('blueprint');
  await visit.page.getByRole('group', { name: vi.bank.blueprint.row(1) }).waitFor();
};
