import { expect, it } from 'vitest';
import type { Api } from '../../api/types.ts';
import { createSenderBook } from './sender-book.ts';

/** A register of these pages; each role has a first page, and some a second. */
const register = (pages: Readonly<Record<string, { ids: readonly string[]; next?: string }>>) => {
  const asked: string[] = [];
  const listPeople = async ({ query }: { query: { role: string; cursor?: string } }) => {
    const page = [query.role, query.cursor].filter(Boolean).join(' ');
    asked.push(page);
    const { ids, next } = pages[page] ?? { ids: [] };
    const people = ids.map((personId) => ({ personId, fullName: `Tên ${personId}` }));
    return { ok: true, body: { people, ...(next && { next }) } };
  };
  return { asked, api: { listPeople } as unknown as Pick<Api, 'listPeople'> };
};

it('reads the register as far as a name stands in it, and on from there for the next', async () => {
  const { asked, api } = register({
    'content-staff': { ids: ['A'], next: '2' },
    'content-staff 2': { ids: ['B'] },
    teacher: { ids: ['C'] },
  });
  const book = createSenderBook(api);
  expect(await book([])).toMatchObject({ ok: true });
  expect(asked).toEqual([]);
  const first = await book(['A']);
  expect(first.ok && first.body.get('A')).toBe('Tên A');
  expect(asked).toEqual(['content-staff']);
  const second = await book(['A', 'C']);
  expect(second.ok && second.body.get('C')).toBe('Tên C');
  expect(asked).toEqual(['content-staff', 'content-staff 2', 'teacher']);
});

it('asks no more for somebody whom the register does not name', async () => {
  const { asked, api } = register({});
  const book = createSenderBook(api);
  await book(['X']);
  await book(['X']);
  expect(asked).toEqual(['content-staff', 'teacher', 'youth-union']);
});
