import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { decideImport } from '../domain/bank.ts';
import type { Question } from '../domain/question.ts';
import { MarkingStore } from '../marking-store.ts';
import { after, causeOf, QuizWorld, START } from '../quiz-world.suite.ts';
import { usualRules } from '../usual-rules.suite.ts';
import { publishQuiz } from './publish-quiz.ts';
import { takeLateAnswers } from './take-late-answers.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

const rubric = { criteria: [{ name: 'Đủ ý', levels: [0, 10].map((points) => ({ points, words: 'mức' })) }] };

/** An attempt at `count` essays that its deadline has closed, with all of them on the device. */
async function offline(count: number) {
  const courseId = ulid();
  const essays = Array.from(
    { length: count },
    (_, no): Question => ({ title: `Bài ${no}`, stem: `Kể chuyện số ${no}.`, kind: 'essay', rubric }),
  );
  const changes = decideImport(courseId, [], essays, { by: 'teacher', at: START });
  for (const change of changes) await world.bank.saveItem(change);
  await world.approveAll(courseId);
  const about = { quizId: ulid(), courseId, title: 'Bài viết', ...usualRules };
  const rules = { timeLimitMinutes: 1, lateSyncHours: 1 };
  const published = await publishQuiz(
    world.bank,
    { ...about, ...rules, draw: { itemCount: count }, requestKey: ulid() },
    causeOf('head'),
  );
  if ('reason' in published) throw new Error(published.reason);
  const {
    attempt,
    paper,
    startToken: token = '',
  } = await world.opened(published, await world.enrolled(published));
  await world.submit(attempt, after(100));
  const answers = paper.map(({ itemId }) => ({
    itemId,
    response: { kind: 'essay', text: 'Một hôm…' } as const,
    version: 1,
    elapsedMs: 1,
  }));
  const send = () =>
    takeLateAnswers(world, attempt, { token, answers }, causeOf(attempt.personId, after(200)));
  return { attempt, send, itemIds: paper.map(({ itemId }) => itemId) };
}

/** The sizes of transactions sent; the one of number `broken` does not reach the table. */
function watch(broken?: number) {
  const { db } = world.service;
  const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
  const sizes: number[] = [];
  const spy = vi.spyOn(db, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof TransactWriteCommand) {
      sizes.push(command.input.TransactItems?.length ?? 0);
      if (sizes.length === broken) throw new Error('the power is gone');
    }
    return send(command);
  });
  return { sizes, stop: () => spy.mockRestore() };
}

test('120 late essays are taken, in as many writes as the table needs; a repeat takes what a crash left', async () => {
  const { attempt, send, itemIds } = await offline(120);
  const line = watch(2);
  await expect(send()).rejects.toThrow('the power is gone');
  line.stop();
  const again = watch();
  const rest = await send();
  again.stop();
  expect(Math.max(...line.sizes, ...again.sizes)).toBeLessThanOrEqual(100);
  expect(line.sizes.length + again.sizes.length).toBe(4);
  expect(rest).toMatchObject({ kind: 'taken', itemIds: itemIds.slice(48) });
  const held = await world.attempts.findHeld(attempt);
  expect(held?.answers.filter(({ late }) => late)).toHaveLength(120);
  expect(held?.attempt.grade).toMatchObject({ gradeNo: 4, provisional: true, reason: 'late-answers' });
  const marking = new MarkingStore(world.service.db, world.service.table);
  const waiting = await marking.waiting(attempt.quizId);
  expect(new Set(waiting.map(({ itemId }) => itemId))).toEqual(new Set(itemIds));
  expect(await send()).toMatchObject({ kind: 'taken', itemIds: [] });
}, 60_000);
