import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, parseInline, parseMarkdown, wordsOf as plain } from './parse.ts';

const words = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'quote') return words(block.blocks);
      if (block.kind === 'practice') {
        const options = block.options.map(({ parts }) => plain(parts)).join(' ');
        return [plain(block.title), words(block.before), options, words(block.after)].join(' ');
      }
      if (block.kind === 'list') return block.items.map(plain).join(' ');
      return plain(block.parts);
    })
    .join(' ');

const MESSAGE = [
  '::: Tin này thật hay **giả**?',
  '> Người gửi: NGANHANG',
  '>',
  '> Bấm *xac-minh.top* ngay.',
  '',
  '( ) Tin thật',
  '(x) Tin giả',
  '',
  'Ngân hàng không gửi đường dẫn.',
  ':::',
  'Sau đó',
];

describe('a practice', () => {
  const practice = (lines: readonly string[]) => {
    const [block] = parseMarkdown(lines.join('\n'));
    if (block?.kind !== 'practice') throw new Error(`a ${block?.kind} is no practice`);
    return block;
  };

  it('asks about a message, offers answers, says which is right and why', () => {
    const { form, title, before, options, after } = practice(MESSAGE);
    expect([form, plain(title)]).toEqual(['choice', 'Tin này thật hay giả?']);
    expect(words(before)).toBe('Người gửi: NGANHANG Bấm xac-minh.top ngay.');
    expect(options.map(({ parts, isRight }) => [plain(parts), isRight])).toEqual([
      ['Tin thật', false],
      ['Tin giả', true],
    ]);
    expect(words(after)).toBe('Ngân hàng không gửi đường dẫn.');
    expect(words(parseMarkdown(MESSAGE.join('\n')).slice(1))).toBe('Sau đó');
  });

  it('is a list of things to do when the brackets are square, with or without dashes', () => {
    const { form, options } = practice(['::: Việc làm thử', '[ ] Mở Cài đặt', '- [ ] Tăng cỡ chữ', ':::']);
    expect(form).toBe('checklist');
    expect(options.map(({ parts }) => plain(parts))).toEqual(['Mở Cài đặt', 'Tăng cỡ chữ']);
  });

  it('needs nothing to tap, and ends by itself at the next one, at a heading and with the text', () => {
    expect(practice(['::: Nghĩ thử', 'Bạn thấy gì?']).form).toBe('plain');
    expect(parseMarkdown('::: một\n( ) a\n::: hai\n( ) b\n## ba').map(({ kind }) => kind)).toEqual([
      'practice',
      'practice',
      'heading',
    ]);
  });

  it('leaves an end without a beginning as it was typed', () => {
    expect(words(parseMarkdown('một\n\n:::\n\nhai'))).toBe('một ::: hai');
  });
});

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

  it('always ends, throws nothing and loses no word', () => {
    const line = fc.oneof(
      fc.stringMatching(/^[a-zạếđ *_>#.0-9-]{0,20}$/),
      fc.constantFrom('', '> ', '1. một', '- hai', '## ba', '**', '____', ':::', '::: thử', '> ::: đố'),
      fc.constantFrom('( ) bốn', '- [ ] năm', '(X) sáu', '[X] bảy', '()', '::::', '::: :'),
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
