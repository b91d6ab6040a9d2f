import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishImports } from './commands/finish-import.ts';
import { importQuestions } from './commands/import-questions.ts';
import { after, QuizWorld, START, statements } from './quiz-world.suite.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** A bank that fails after so many items, as a function that is stopped. */
const failingAfter = (count: number) => {
  let left = count;
  return new Proxy(world.bank, {
    get: (bank, name) => {
      if (name !== 'saveItem') return Reflect.get(bank, name).bind?.(bank) ?? Reflect.get(bank, name);
      return (change: Parameters<typeof bank.saveItem>[0]) => {
        if (left === 0) throw new Error('stopped');
        left -= 1;
        return bank.saveItem(change);
      };
    },
  });
};

const command = (courseId: string, requestKey: string) => ({
  ...{ importId: ulid(), courseId, importedBy: 'teacher', at: START, requestKey },
  ...({ format: 'gift', source: { text: statements(40) } } as const),
});
const titles = async (courseId: string) => (await world.bank.allItems(courseId)).length;

test('an import that broke off is finished by the job, and its repeat has the report of the first', async () => {
  const [courseId, key] = [ulid(), ulid()];
  const broken = { ...tools(), bank: failingAfter(7) };
  await expect(importQuestions(broken, command(courseId, key))).rejects.toThrow('stopped');
  expect(await titles(courseId)).toBeLessThan(40);
  expect(await finishImports(world, START)).toEqual({ finished: 0, failures: [] });
  expect(await finishImports(world, after(60))).toEqual({ finished: 1, failures: [] });
  expect(await titles(courseId)).toBe(40);
  expect(await finishImports(world, after(60))).toEqual({ finished: 0, failures: [] });
  const repeat = await importQuestions(world, command(courseId, key));
  expect(repeat).toMatchObject({ imported: 40, unchanged: 0, status: 'done' });
});

test('an import that broke off is finished by its own repeat', async () => {
  const [courseId, key] = [ulid(), ulid()];
  const broken = { ...tools(), bank: failingAfter(0) };
  await expect(importQuestions(broken, command(courseId, key))).rejects.toThrow('stopped');
  expect(await titles(courseId)).toBe(0);
  expect(await importQuestions(world, command(courseId, key))).toMatchObject({
    imported: 40,
    status: 'done',
  });
  expect(await titles(courseId)).toBe(40);
  expect(await finishImports(world, after(60))).toEqual({ finished: 0, failures: [] });
});

const tools = () => ({ bank: world.bank, imports: world.imports, files: world.files });
