import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const spoken = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

describe('sentencesOf', () => {
  it('ends a sentence at its mark and not within a number, an address or a quotation', () => {
    expect(spoken('Gọi 113. Mở dichvucong.gov.vn nhé!  "Bấm ngay." Được 8.5 điểm')).toEqual([
      'Gọi 113.',
      'Mở dichvucong.gov.vn nhé!',
      '"Bấm ngay."',
      'Được 8.5 điểm',
    ]);
  });

  it('holds every word, in order and once', () => {
    const word = fc.constantFrom('Dừng', 'lại', '.', '!', '…', ' ', '\n', '8,5', '"', ')');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('');
        const bare = (from: string) => from.replace(/\s+/g, '');
        expect(bare(spoken(text).join(''))).toBe(bare(text));
        for (const sentence of spoken(text)) expect(sentence).toBe(sentence.trim());
      }),
    );
  });
});
