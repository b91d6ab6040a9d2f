import { expect, it } from 'vitest';
import type { Api } from '../../api/types.ts';
import { createSenderBook } from './sender-book.ts';

/** A register of these pages; each role has a first page, and some a second. The first questions may fail. */
const register = (
  pages: Readonly<Record<string, { ids: readonly string[]; next?: string }>>,
  failures: Error[] = [],
) => {
  const asked: string[] = [];
  const listPeople = async ({ query }: { query: { role: string; cursor?: string } }) => {
    const failure = failures.shift();
    if (failure) throw failure;
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

it('finds everybody for two lists that ask at the same time, and reads no page twice', async () => {
  const { asked, api } = register({ 'content-staff': { ids: ['A'] }, teacher: { ids: ['C'] } });
  const book = createSenderBook(api);
  const [short, long] = await Promise.all([book(['A']), book(['A', 'C'])]);
  expect(short.ok && short.body.get('A')).toBe('Tên A');
  expect(long.ok && long.body.get('C')).toBe('Tên C');
  expect(asked).toEqual(['content-staff', 'teacher']);
});

it('asks for the next list although the question before failed', async () => {
  const pages = { 'content-staff': { ids: ['A'] }, teacher: { ids: ['C'] } };
  const { asked, api } = register(pages, [new Error('a fault of the page')]);
  const book = createSenderBook(api);
  const [broken, whole] = await Promise.allSettled([book(['C']), book(['C'])]);
  expect(broken.status).toBe('rejected');
  expect(whole).toMatchObject({ status: 'fulfilled', value: { ok: true } });
  expect(asked).toEqual(['content-staff', 'teacher']);
});
