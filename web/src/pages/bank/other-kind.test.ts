import { describe, expect, it } from 'vitest';
import { asKind } from './other-kind.ts';
import { blankOf, type Question, withText } from './question-draft.ts';

const choice = {
  ...withText(blankOf('single-choice'), 'stem', 'Ai được biết mã OTP?'),
  options: [
    { text: 'Chỉ mình tôi', weight: 100, feedback: 'Đúng vậy.' },
    { text: 'Ngân hàng', weight: 0 },
  ],
} as Question;

describe('a question that becomes another kind', () => {
  it('keeps answers that both kinds have', () => {
    expect(asKind('multiple-choice', choice, {})).toMatchObject({
      kind: 'multiple-choice',
      stem: 'Ai được biết mã OTP?',
      options: [{ text: 'Chỉ mình tôi', weight: 100, feedback: 'Đúng vậy.' }, { text: 'Ngân hàng' }],
    });
    const essay = { ...blankOf('essay'), rubric: { criteria: [{ name: 'Đủ ý', levels: [] }] } } as Question;
    expect(asKind('file-answer', essay, {})).toMatchObject({ rubric: { criteria: [{ name: 'Đủ ý' }] } });
  });

  it('begins a list of another kind with the same answers, and never with fewer rows than that kind has', () => {
    expect(asKind('ordering', choice, {})).toMatchObject({ entries: ['Chỉ mình tôi', 'Ngân hàng', ''] });
    expect(asKind('short-answer', choice, {})).toMatchObject({
      accepted: [
        { text: 'Chỉ mình tôi', weight: 100 },
        { text: 'Ngân hàng', weight: 0 },
      ],
    });
  });

  it('is blank as its kind is blank while nothing was written', () => {
    const multiple = blankOf('multiple-choice');
    expect(asKind('multiple-choice', blankOf('single-choice'), {})).toEqual(multiple);
    expect(asKind('ordering', multiple, {})).toEqual(blankOf('ordering'));
  });

  it('is as it was left once its kind is chosen again, with the words it has now', () => {
    const other = withText(asKind('numeric', choice, {}), 'stem', 'Mã OTP có mấy số?');
    expect(asKind('single-choice', other, { 'single-choice': choice })).toEqual({
      ...choice,
      stem: 'Mã OTP có mấy số?',
    });
  });

  it('carries no pictures of answers to where answers have none', () => {
    const media = [{ fileId: 'f1', mediaType: 'image/png', alt: 'Ổ khóa' }];
    const shown = { ...choice, options: [{ text: 'Ổ khóa', weight: 100, media }] } as Question;
    expect(JSON.stringify(asKind('short-answer', shown, {}))).not.toContain('f1');
  });
});
