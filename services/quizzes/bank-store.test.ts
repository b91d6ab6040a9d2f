import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QuizWorld, statements } from './quiz-world.suite.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

test('a question changed and approved after the start moves no mark, and reaches the next attempt', async () => {
  const quiz = await world.publish({ attemptsAllowed: 2, itemCount: 2 });
  const personId = await world.enrolled(quiz);
  const { attempt, paper } = await world.opened(quiz, personId);
  await world.import(quiz.courseId, statements(2).replaceAll('TRUE', 'FALSE'));
  await world.approveAll(quiz.courseId);
  for (const { itemId } of paper) await world.save(attempt, itemId, 1, true);
  const done = await world.submit(attempt);
  expect(typeof done === 'object' && done.attempt.grade?.scoreHundredths).toBe(1000);
  const next = await world.opened(quiz, personId);
  for (const { itemId } of next.paper) await world.save(next.attempt, itemId, 1, true);
  const second = await world.submit(next.attempt);
  expect(typeof second === 'object' && second.attempt.grade?.scoreHundredths).toBe(0);
});

test('imports at once lose nothing: every item is there once, at the version of its changes', async () => {
  const courseId = ulid();
  const gift = statements(15);
  const reports = await Promise.all([1, 2, 3].map(() => world.import(courseId, gift)));
  const counted = reports.filter((report) => typeof report === 'object');
  expect(counted.length).toBeGreaterThanOrEqual(1);
  for (const { imported, unchanged } of counted) expect(imported + unchanged).toBe(15);
  const items = await world.bank.allItems(courseId);
  expect(items.map(({ version }) => version)).toEqual(Array.from({ length: 15 }, () => 1));
  expect(await world.import(courseId, gift)).toMatchObject({ imported: 0, unchanged: 15 });
  expect(await world.import(courseId, gift.replace('số 3', 'thứ 3'))).toMatchObject({
    imported: 1,
    unchanged: 14,
  });
  const changed = (await world.bank.allItems(courseId)).filter(({ version }) => version === 2);
  expect(changed.map(({ title }) => title)).toEqual(['Q3']);
});

test('a bank of more than a page is listed by title through its cursor, and no other cursor opens it', async () => {
  const courseId = ulid();
  await world.import(courseId, statements(120));
  const first = await world.bank.listItems(courseId);
  if (first === 'invalid-cursor') throw new Error(first);
  const second = await world.bank.listItems(courseId, first.next);
  if (second === 'invalid-cursor') throw new Error(second);
  const titles = [...first.items, ...second.items].map(({ title }) => title);
  expect(new Set(titles).size).toBe(120);
  expect(titles).toEqual([...titles].sort());
  expect(await world.bank.listItems(ulid(), first.next)).toBe('invalid-cursor');
  expect(await world.bank.listItems(courseId, 'nonsense')).toBe('invalid-cursor');
});
