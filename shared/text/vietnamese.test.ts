import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, fold, matchesSearch } from './vietnamese.ts';

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

  it('sorts by given name, then middle, then family', () => {
    const names = ['Trần Văn Đức', 'Lê Thị Ánh Nguyệt', 'Bùi Thanh An', 'Nguyễn Thị An', 'Phạm Quốc Dũng'];
    expect([...names].sort(compareNames)).toEqual([
      'Bùi Thanh An',
      'Nguyễn Thị An',
      'Phạm Quốc Dũng',
      'Trần Văn Đức',
      'Lê Thị Ánh Nguyệt',
    ]);
  });

  it('finds by the beginnings of words, without marks', () => {
    expect(matchesSearch('An toàn trên mạng', 'an toan')).toBe(true);
    expect(matchesSearch('Thanh toán điện tử', 'an toan')).toBe(false);
    expect(matchesSearch('Thanh toán điện tử', 'dien t')).toBe(true);
    expect(matchesSearch('bất kỳ', '')).toBe(true);
  });
});
