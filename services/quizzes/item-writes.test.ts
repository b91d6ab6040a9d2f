import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editItem } from './commands/edit-item.ts';
import { decideAppraisal } from './domain/appraisal.ts';
import { approvedVersion, type BankItem, nextVersion } from './domain/bank.ts';
import type { Question } from './domain/question.ts';
import { decideWithdrawal } from './domain/withdrawal.ts';
import { itemKey } from './keys.ts';
import { after, QuizWorld, START } from './quiz-world.suite.ts';

let world: QuizWorld;
beforeAll(async () => {
  world = await QuizWorld.start();
});
afterAll(() => world.service.stop());

const question = (stem: string): Question => ({ kind: 'true-false', title: 'Câu', stem, isTrue: true });
const found = async ({ bankId, itemId }: BankItem): Promise<BankItem> => {
  const [item] = await world.bank.findItems(bankId, [itemId]);
  if (!item) throw new Error('the item was written');
  return item;
};
const write = (item: BankItem, stem: string) =>
  world.bank.saveItem(nextVersion(item.bankId, item, question(stem), { by: 'an', at: START }));
const decide = (item: BankItem, verdict: 'approved' | 'rejected') => {
  const decision = decideAppraisal(item, {
    version: item.version,
    verdict,
    by: 'binh',
    at: START,
    note: 'đã đọc',
  });
  if (decision.kind !== 'decided') throw new Error(decision.kind);
  return world.bank.saveDecision(decision.item);
};
const withdraw = (item: BankItem, version: number) => {
  const decision = decideWithdrawal(item, { version, by: 'chi', at: START, note: 'Đáp án sai.' });
  if (decision.kind !== 'decided') throw new Error(decision.kind);
  return world.bank.saveWithdrawal(decision.item);
};

const draft = async (): Promise<BankItem> => {
  const change = nextVersion(ulid(), undefined, question('Một'), { by: 'an', at: START });
  expect(await world.bank.saveItem(change)).toBe('saved');
  return found(change.item);
};
const approved = async (): Promise<BankItem> => {
  const item = await draft();
  expect(await decide(item, 'approved')).toBe('saved');
  return found(item);
};
const draftBesideApproved = async (): Promise<BankItem> => {
  const item = await approved();
  expect(await write(item, 'Hai')).toBe('saved');
  return found(item);
};

/** As items were kept before their changes were counted. */
const uncounted = async (item: BankItem): Promise<BankItem> => {
  const { db, table } = world.service;
  const Key = itemKey(item.bankId, item.itemId);
  await db.send(new UpdateCommand({ TableName: table, Key, UpdateExpression: 'REMOVE revision' }));
  return found(item);
};

describe.each([
  ['an item', (item: BankItem) => Promise.resolve(item)],
  ['an item from before changes were counted', uncounted],
])('%s', (_, kept) => {
  test('stays withdrawn when an edit was decided before', async () => {
    const read = await kept(await approved());
    expect(await withdraw(read, 1)).toBe('saved');
    expect(await write(read, 'Hai')).toBe('conflict');
    expect(await found(read)).toMatchObject({ status: 'withdrawn', withdrawal: { version: 1 } });
  });

  test('stays withdrawn when its next version was rejected before', async () => {
    const read = await kept(await draftBesideApproved());
    expect(await withdraw(read, 1)).toBe('saved');
    expect(await decide(read, 'rejected')).toBe('conflict');
    expect(approvedVersion(await found(read))).toBeUndefined();
  });

  test('stays approved when an edit was decided before', async () => {
    const read = await kept(await draft());
    expect(await decide(read, 'approved')).toBe('saved');
    expect(await write(read, 'Hai')).toBe('conflict');
    expect(approvedVersion(await found(read))).toMatchObject({ version: 1 });
  });

  test('is written, decided and withdrawn in turn', async () => {
    const read = await kept(await approved());
    expect(await write(read, 'Hai')).toBe('saved');
    expect(await decide(await found(read), 'approved')).toBe('saved');
    expect(await withdraw(await found(read), 2)).toBe('saved');
    expect(await found(read)).toMatchObject({ version: 2, status: 'withdrawn' });
  });
});

test('of changes that were decided at once over the same item, one is saved', async () => {
  const read = await draftBesideApproved();
  const outcomes = await Promise.all([
    write(read, 'Ba'),
    write(read, 'Bốn'),
    decide(read, 'approved'),
    decide(read, 'rejected'),
    withdraw(read, 1),
  ]);
  expect(outcomes.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'saved']);
});

test('an edit of a version that is approved meanwhile is saved beside it', async () => {
  const read = await draft();
  let isFirst = true;
  const bank = new Proxy(world.bank, {
    get: (store, name) => {
      if (name !== 'saveItem') return Reflect.get(store, name).bind?.(store) ?? Reflect.get(store, name);
      return async (change: Parameters<typeof store.saveItem>[0]) => {
        if (isFirst) await decide(read, 'approved');
        isFirst = false;
        return store.saveItem(change);
      };
    },
  });
  const { bankId: courseId, itemId } = read;
  const edited = await editItem(bank, { courseId, itemId, version: 1 }, question('Hai'), {
    by: 'an',
    at: after(60),
  });
  expect(edited).toMatchObject({
    kind: 'saved',
    item: { version: 2, status: 'draft', standing: { version: 1 } },
  });
});
