import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseInline, parseMarkdown } from './parse.ts';

const plain = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : plain(part.parts))).join('');

const words = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'quote') return words(block.blocks);
      if (block.kind === 'list') return block.items.map(plain).join(' ');
      return plain(block.parts);
    })
    .join(' ');

describe('parseMarkdown', () => {
  it('reads the blocks of a lesson in order', () => {
    const text = [
      '## Các bước',
      '',
      '1. Tìm **Cài đặt**',
      '   rồi chạm.',
      '2. Chọn',
      '',
      '- một',
      '> Nhớ',
      '> kỹ',
    ];
    expect(parseMarkdown(text.join('\n'))).toEqual([
      { kind: 'heading', level: 2, parts: [{ kind: 'text', text: 'Các bước' }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'text', text: 'Tìm ' },
            { kind: 'strong', parts: [{ kind: 'text', text: 'Cài đặt' }] },
            { kind: 'text', text: ' rồi chạm.' },
          ],
          [{ kind: 'text', text: 'Chọn' }],
        ],
      },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'một' }]] },
      { kind: 'quote', blocks: [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'Nhớ kỹ' }] }] },
    ]);
  });

  it('joins the lines of a paragraph and parts paragraphs at a blank line', () => {
    expect(parseMarkdown('một\nhai\n\nba').map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    expect(words(parseMarkdown('một\nhai\n\nba'))).toBe('một hai ba');
  });

  it('keeps tags as text', () => {
    expect(words(parseMarkdown('<img src=x onerror=alert(1)>'))).toBe('<img src=x onerror=alert(1)>');
  });

  it('leaves a mark without its partner as typed', () => {
    expect(plain(parseInline('2 * 3 và **dở'))).toBe('2 * 3 và **dở');
  });

  it('always ends, and never loses a word', () => {
    const line = fc.oneof(
      fc.stringMatching(/^[a-zạếđ *_>#.0-9-]{0,20}$/),
      fc.constantFrom('', '> ', '1. một', '- hai', '## ba', '**', '____'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const letters = (from: string) => from.replace(/[^a-zạếđ]/g, '');
        expect(letters(words(parseMarkdown(text)))).toBe(letters(text));
      }),
    );
  });
});
