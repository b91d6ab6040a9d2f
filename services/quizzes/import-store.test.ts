import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editItem } from './commands/edit-item.ts';
import { finishImports } from './commands/finish-import.ts';
import { importQuestions } from './commands/import-questions.ts';
import { after, QuizWorld, START, statements } from './quiz-world.suite.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

/** A bank that fails after so many transactions, as a function that is stopped. */
const failingAfter = (count: number) => {
  let left = count;
  return new Proxy(world.bank, {
    get: (bank, name) => {
      if (name !== 'saveItems') return Reflect.get(bank, name).bind?.(bank) ?? Reflect.get(bank, name);
      return (changes: Parameters<typeof bank.saveItems>[0]) => {
        if (left === 0) throw new Error('stopped');
        left -= 1;
        return bank.saveItems(changes);
      };
    },
  });
};

const command = (courseId: string, requestKey: string) => ({
  ...{ importId: ulid(), courseId, importedBy: 'teacher', at: START, requestKey },
  ...({ format: 'gift', source: { text: statements(120) } } as const),
});
const titles = async (courseId: string) => (await world.bank.allItems(courseId)).length;

test('an import that broke off is finished by the job, and its repeat has the report of the first', async () => {
  const [courseId, key] = [ulid(), ulid()];
  const broken = { ...tools(), bank: failingAfter(1) };
  await expect(importQuestions(broken, command(courseId, key))).rejects.toThrow('stopped');
  expect(await titles(courseId)).toBeLessThan(120);
  expect(await finishImports(world, START)).toEqual({ finished: 0, failures: [] });
  expect(await finishImports(world, after(60))).toEqual({ finished: 1, failures: [] });
  expect(await titles(courseId)).toBe(120);
  expect(await finishImports(world, after(60))).toEqual({ finished: 0, failures: [] });
  const repeat = await importQuestions(world, command(courseId, key));
  expect(repeat).toMatchObject({ imported: 120, unchanged: 0, status: 'done' });
});

test('an import that broke off is finished by its own repeat', async () => {
  const [courseId, key] = [ulid(), ulid()];
  const broken = { ...tools(), bank: failingAfter(0) };
  await expect(importQuestions(broken, command(courseId, key))).rejects.toThrow('stopped');
  expect(await titles(courseId)).toBe(0);
  expect(await importQuestions(world, command(courseId, key))).toMatchObject({
    imported: 120,
    status: 'done',
  });
  expect(await titles(courseId)).toBe(120);
  expect(await finishImports(world, after(60))).toEqual({ finished: 0, failures: [] });
});

test('an import whose time is over goes on where it stopped, by its repeat', async () => {
  const [courseId, key] = [ulid(), ulid()];
  let looks = 0;
  const hurried = {
    ...tools(),
    hasTime: () => {
      looks += 1;
      return looks <= 2;
    },
  };
  const first = await importQuestions(hurried, command(courseId, key));
  expect(first).toMatchObject({ imported: 120, status: 'writing' });
  expect(await titles(courseId)).toBe(100);
  expect(await importQuestions(world, command(courseId, key))).toMatchObject({
    imported: 120,
    status: 'done',
  });
  expect(await titles(courseId)).toBe(120);
});

test('what somebody edits while an import is being written is kept, and the report says so', async () => {
  const [courseId, key] = [ulid(), ulid()];
  let looks = 0;
  const hasTime = () => {
    looks += 1;
    return looks <= 1;
  };
  await importQuestions({ ...tools(), hasTime }, command(courseId, key));
  const [item] = await world.bank.allItems(courseId);
  if (!item) throw new Error('the first transaction was to be written');
  const { itemId, title } = item;
  const own = { kind: 'true-false', title, stem: 'Cô giáo sửa lại.', isTrue: false } as const;
  const edit = { by: 'another', at: after(30) };
  expect(await editItem(world.bank, { courseId, itemId, version: 1 }, own, edit)).toMatchObject({
    kind: 'saved',
  });
  expect(await finishImports(world, after(60))).toEqual({ finished: 1, failures: [] });
  const [kept] = await world.bank.findItems(courseId, [itemId]);
  expect(kept).toMatchObject({ version: 2, writtenBy: 'another', stem: own.stem });
  expect(await titles(courseId)).toBe(120);
  const repeat = await importQuestions(world, command(courseId, key));
  expect(repeat).toMatchObject({ notices: [{ code: 'written-since', title }], status: 'done' });
});

const tools = () => ({ bank: world.bank, imports: world.imports, files: world.files });
