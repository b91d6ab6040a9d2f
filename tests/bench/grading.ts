import type { Response } from '../../services/quizzes/contract.ts';
import { markAttempt } from '../../services/quizzes/domain/grading.ts';
import { present } from '../../services/quizzes/domain/item-types.ts';
import type { Option } from '../../services/quizzes/domain/question.ts';
import { median, printTable, timed } from './figures.ts';
import { questionsOf, someAnswer } from './questions.ts';

const ITEMS = 40;
const ATTEMPTS = 250;
const ROUNDS = 15;
const WARM_UP = 3;

type Frozen = Parameters<typeof markAttempt>[0][number];
type Attempt = { readonly items: readonly Frozen[]; readonly responses: ReadonlyMap<string, Response> };

/** Attempts at the same questions, each shuffled and answered in another way. */
async function attemptsAt(count: number): Promise<readonly Attempt[]> {
  const questions = await questionsOf(count);
  return Array.from({ length: ATTEMPTS }, (_, turn) => {
    const shown = questions.map((question, place) => {
      const itemId = `item-${place}`;
      const { seen, order } = present(question, itemId, `seed-${turn}`);
      return { itemId, question, order, response: someAnswer(seen, turn * 7 + place) };
    });
    return {
      items: shown.map(({ itemId, question, order }) => ({ itemId, question, order })),
      responses: new Map(shown.map(({ itemId, response }) => [itemId, response])),
    };
  });
}

const placeIn = (id: string): number => Number(id.slice(1)) - 1;
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().split(/\s+/).join(' ');
const most = (accepted: readonly Option[], isIt: (form: string) => boolean): number =>
  accepted.reduce((weight, form) => (isIt(form.text) ? Math.max(weight, form.weight) : weight), 0);

/** Percent of a question that is typed or matched. */
function typedPercent({ question, order }: Frozen, response: Response): number {
  if (question.kind === 'short-answer' && response.kind === 'short-answer') {
    const typed = plain(response.text);
    return most(question.accepted, (form) => plain(form) === typed);
  }
  if (question.kind === 'numeric' && response.kind === 'numeric') {
    const value = Number(response.text.replace(',', '.'));
    return question.accepted.some(({ low, high }) => value >= low && value <= high) ? 100 : 0;
  }
  if (question.kind !== 'matching' || response.kind !== 'matching') throw new Error(question.kind);
  const choices = question.pairs.map(({ choice }) => choice);
  const right = question.pairs.filter(
    ({ choice }, place) => choices[order[placeIn(response.pairs[`p${place + 1}`] ?? '')] ?? -1] === choice,
  );
  return (right.length * 100) / question.pairs.length;
}

/** What one would write in an afternoon: a branch for each kind of this file, percent summed, no feedback. */
function percentOf(item: Frozen, response: Response): number {
  const { question, order } = item;
  const weightAt = (id: string, options: readonly Option[]) => options[order[placeIn(id)] ?? -1]?.weight ?? 0;
  if (question.kind === 'single-choice' && response.kind === 'single-choice')
    return weightAt(response.optionId, question.options);
  if (question.kind === 'multiple-choice' && response.kind === 'multiple-choice')
    return response.optionIds.reduce((sum, id) => sum + weightAt(id, question.options), 0);
  if (question.kind === 'true-false' && response.kind === 'true-false')
    return response.value === question.isTrue ? 100 : 0;
  return typedPercent(item, response);
}

/** Hundredths of the 10-point scale. */
function straightMark({ items, responses }: Attempt): number {
  let earned = 0;
  for (const item of items) {
    const response = responses.get(item.itemId);
    if (response) earned += Math.round(Math.min(Math.max(percentOf(item, response), 0), 100));
  }
  return Math.round((earned * 10) / items.length);
}

/** Grading alone, attempts a second on one core, against a straightforward loop over the same items. */
export async function benchGrading(): Promise<void> {
  const attempts = await attemptsAt(ITEMS);
  const differing = attempts.filter(
    (attempt) => markAttempt(attempt.items, attempt.responses).scoreHundredths !== straightMark(attempt),
  );
  if (differing.length > 0)
    throw new Error(`${differing.length} attempts have another mark in the plain loop`);
  const ways = [
    () => attempts.forEach(({ items, responses }) => void markAttempt(items, responses)),
    () => attempts.forEach((attempt) => void straightMark(attempt)),
  ];
  const took: number[][] = [[], []];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1)
    for (const [at, way] of ways.entries()) {
      const milliseconds = await timed(way);
      if (round >= WARM_UP) took[at]?.push(milliseconds);
    }
  const [ours, straight] = took.map((samples) => (ATTEMPTS * 1000) / median(samples)) as [number, number];
  printTable(
    `Grading of ${ITEMS} items, one core`,
    ['way', 'attempts a second', 'time, ratio'],
    [
      ['a plain loop: percent alone', Math.round(straight), 1],
      ['the domain: points, competences, what waits', Math.round(ours), straight / ours],
    ],
  );
}
