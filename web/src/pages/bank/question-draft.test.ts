import { expect, test } from 'vitest';
import { blankOf, withTags, withText } from './question-draft.ts';

test('another kind keeps what all kinds have, and nothing of the key before it', () => {
  const choice = withText(withTags(blankOf('single-choice'), 'ôn tập, , thẻ '), 'title', 'Mã OTP');
  expect(blankOf('true-false', choice)).toEqual({
    kind: 'true-false',
    isTrue: true,
    title: 'Mã OTP',
    stem: '',
    tags: ['ôn tập', 'thẻ'],
  });
});

test('an emptied text is left out where it may be, and an emptied question stays to be named as a fault', () => {
  const question = withText(blankOf('numeric'), 'explanation', 'Vì vậy.');
  expect(withText(question, 'explanation', '')).not.toHaveProperty('explanation');
  expect(withText(question, 'stem', '')).toHaveProperty('stem', '');
});
