import { expect, test } from 'vitest';
import { blankOf, withAboutOf, withTags, withText } from './question-draft.ts';

test('another question keeps its own key and takes over what all kinds have', () => {
  const choice = withText(withTags(blankOf('single-choice'), 'ôn tập, , thẻ '), 'title', 'Mã OTP');
  expect(withAboutOf(blankOf('true-false'), choice)).toEqual({
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
