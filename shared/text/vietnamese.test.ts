import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, fold, matchesSearch, nameSortKey } from './vietnamese.ts';

describe('Vietnamese text', () => {
  it('folds every mark, and the letter đ in all its look-alikes', () => {
    expect(fold('  Đường   Điện Biên Phủ ')).toBe('duong dien bien phu');
    expect(fold('Ðà Nẵng, Ɖak Lak')).toBe('da nang, dak lak');
    expect(fold('Ưởng ỡ ẵ ỵ')).toBe('uong o a y');
  });

  it('folds composed and decomposed spellings alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('sorts by given name, then family, then what is between', () => {
    const names = ['Trần Văn Đức', 'Lê Thị Ánh Nguyệt', 'Bùi Thanh An', 'Nguyễn Thị An', 'Phạm Quốc Dũng'];
    expect([...names].sort(compareNames)).toEqual([
      'Bùi Thanh An',
      'Nguyễn Thị An',
      'Phạm Quốc Dũng',
      'Trần Văn Đức',
      'Lê Thị Ánh Nguyệt',
    ]);
  });

  it('knows the letters: ă â đ ê ô ơ ư stand for themselves, marks only decide between equals', () => {
    const names = ['Lê Ân', 'Lê Ăn', 'Lê An', 'Lê Ánh', 'Lê Anh', 'Lê Đặng', 'Lê Dương', 'Lê Dũng', 'Lê Ênh'];
    expect([...names].sort(compareNames).map((name) => name.slice(3))).toEqual(
      'An Anh Ánh Ăn Ân Dũng Dương Đặng Ênh'.split(' '),
    );
    const same = ['Trần An Bình', 'Lê Vũ Bình', 'Lê An Bình'];
    expect([...same].sort(compareNames)).toEqual(['Lê An Bình', 'Lê Vũ Bình', 'Trần An Bình']);
  });

  it('stores a key in the same order, but for marks', () => {
    expect(nameSortKey('Nguyễn Thị Mỹ Hạnh')).toBe('hanh nguyen thi my');
    expect(nameSortKey('  Út ')).toBe('ut');
  });

  it('finds by the beginnings of words, without marks', () => {
    expect(matchesSearch('An toàn trên mạng', 'an toan')).toBe(true);
    expect(matchesSearch('Thanh toán điện tử', 'an toan')).toBe(false);
    expect(matchesSearch('Thanh toán điện tử', 'dien t')).toBe(true);
    expect(matchesSearch('bất kỳ', '')).toBe(true);
  });
});
