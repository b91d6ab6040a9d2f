import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MaterialIndex, type SearchAnswer } from './material-index.ts';
import type { Searchable } from './searchable.ts';
import { isOneTypoApart } from './syllables.ts';

const material = (id: string, title: string, more: Partial<Searchable> = {}): Searchable => ({
  id,
  title,
  about: '',
  spoken: '',
  facets: [],
  ...more,
});

function indexOf(...materials: readonly Searchable[]): MaterialIndex {
  const index = new MaterialIndex();
  for (const each of materials) index.put(each);
  return index;
}

const found = (index: MaterialIndex, query: string, facets: readonly string[] = []) =>
  index.search({ query, facets, limit: 10 }).hits.map(({ id }) => id);

const shelf = indexOf(
  material('pay', 'Thanh toán bằng mã QR', { facets: ['kind:video', 'track:everyday'] }),
  material('safe', 'An toàn khi dùng mạng xã hội', { facets: ['kind:video', 'track:security'] }),
  material('scam', 'Nhận biết tin nhắn lừa đảo', {
    about: 'Kẻ gian giả làm ngân hàng',
    spoken: 'không chuyển tiền cho người lạ khi chưa gọi lại',
    facets: ['kind:document', 'track:security'],
  }),
  material('ghost', 'Chuyện con ma', { facets: ['kind:video'] }),
  material('code', 'Mã số thuế cá nhân', { facets: ['kind:link'] }),
);

describe('what is found', () => {
  test.each([
    ['without marks', 'thanh toan', ['pay']],
    ['with marks', 'lừa đảo', ['scam']],
    ['in capitals', 'LỪA ĐẢO', ['scam']],
    ['while the last word is being typed', 'mang xa h', ['safe']],
    ['in the description', 'ngan hang', ['scam']],
    ['in what is said', 'chuyen tien', ['scam']],
    ['only with every word', 'lừa đảo thanh toán', []],
    ['nothing for an empty query', '  ', []],
    ['nothing for signs', '?!', []],
  ])('%s', (_, query, ids) => {
    expect(found(shelf, query)).toEqual(ids);
  });

  test('the same marks come first, the others after them', () => {
    expect(found(shelf, 'mã số')[0]).toBe('code');
    expect(found(shelf, 'ma').toSorted()).toEqual(['code', 'ghost', 'pay', 'safe']);
    expect(found(shelf, 'con ma')[0]).toBe('ghost');
  });

  test('a word in the title tells more than the same word said once', () => {
    const index = indexOf(
      material('said', 'Điện thoại', { spoken: 'mật khẩu của tôi' }),
      material('titled', 'Mật khẩu mạnh'),
    );
    expect(found(index, 'mat khau')).toEqual(['titled', 'said']);
  });

  test('facets narrow, and all of them have to fit', () => {
    expect(found(shelf, 'ma', ['kind:video'])).toEqual(expect.arrayContaining(['pay', 'ghost']));
    expect(found(shelf, 'ma', ['kind:video', 'track:everyday'])).toEqual(['pay']);
  });
});

describe('typos', () => {
  test.each([
    ['another letter', 'thanh toab', 'thanh toan', ['pay']],
    ['a letter too many', 'thannh toan', 'thanh toan', ['pay']],
    ['a letter missing', 'thah toan', 'thanh toan', ['pay']],
    ['neighbours exchanged', 'thanh taon', 'thanh toan', ['pay']],
  ])('%s', (_, query, corrected, ids) => {
    const answer = shelf.search({ query, limit: 10 });
    expect(answer.corrected).toBe(corrected);
    expect(answer.hits.map(({ id }) => id)).toEqual(ids);
  });

  test('what is found as typed is not corrected, and what is like nothing finds nothing', () => {
    expect(shelf.search({ query: 'thanh toan', limit: 10 }).corrected).toBeUndefined();
    expect(shelf.search({ query: 'xyzzyq', limit: 10 })).toEqual({ hits: [], total: 0 });
  });

  test('being one typo apart is mutual', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 't'), maxLength: 6 });
    fc.assert(fc.property(word, word, (a, b) => isOneTypoApart(a, b) === isOneTypoApart(b, a)));
  });

  test('whatever letter is taken out of a word, both are one typo apart', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 9 }), fc.nat(8), (word, at) => {
        const cut = at % word.length;
        expect(isOneTypoApart(word, word.slice(0, cut) + word.slice(cut + 1))).toBe(true);
      }),
    );
  });
});

describe('what changes', () => {
  const MISTYPED = ['toanb', 'khauu', 'thanhh', 'matt'] as const;
  // Somebody's title is another one's typo.
  const WORDS = ['an', 'toàn', 'mã', 'QR', 'thanh', 'toán', 'mật', 'khẩu', ...MISTYPED] as const;
  const words = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
    .map((several) => several.join(' '));
  const change = fc.oneof(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: words }),
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd') }),
  );

  test('after any history of putting and removing, the answers are those of what is left', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), words, (history, query) => {
        const index = new MaterialIndex();
        const left = new Map<string, string>();
        for (const step of history) {
          if ('title' in step) {
            index.put(material(step.id, step.title));
            left.set(step.id, step.title);
          } else {
            index.remove(step.id);
            left.delete(step.id);
          }
        }
        expect(index.size).toBe(left.size);
        const fresh = indexOf(...[...left].map(([id, title]) => material(id, title)));
        expect(found(index, query).toSorted()).toEqual(found(fresh, query).toSorted());
        const [{ corrected }, expected] = [index, fresh].map((each) => each.search({ query, limit: 10 })) as [
          SearchAnswer,
          SearchAnswer,
        ];
        expect(corrected).toBe(expected.corrected);
      }),
      { numRuns: 50 },
    );
  });

  test('a word of what was taken off is corrected as one that nobody knows', () => {
    const index = indexOf(material('pay', 'Thanh toán'), material('gone', 'Thanh toab'));
    index.remove('gone');
    expect(index.search({ query: 'thanh toab', limit: 10 })).toMatchObject({
      corrected: 'thanh toan',
      hits: [{ id: 'pay' }],
    });
  });
});
