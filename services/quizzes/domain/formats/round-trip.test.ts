import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#shared/text/vietnamese.ts';
import { anyItem } from '../items/item-arbitrary.suite.ts';
import type { Question } from '../question.ts';
import { embeddedFile } from './embedded-file.ts';
import { readItemFile } from './read-item-file.ts';
import { writeItemFile } from './write-item-file.ts';

/** The smallest picture there is: one transparent pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = embeddedFile(Buffer.from(PNG, 'base64'));
if (!picture) throw new Error('the picture is one');
const { fileId, mediaType } = picture;
const files = new Map([[fileId, picture]]);

type Loose = Record<string, unknown>;
const without = (object: Loose, ...names: string[]): Loose =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** With the picture that exists in place of those that do not. */
const pictured = (question: Question): Question => {
  const seen = (media: Question['media']) =>
    media ? { media: media.slice(0, 1).map(({ alt }) => ({ fileId, mediaType, alt })) } : {};
  const { media, ...rest } = question;
  const options =
    'options' in rest
      ? { options: rest.options.map(({ media: own, ...option }) => ({ ...option, ...seen(own) })) }
      : {};
  // What is said of a part right response has no sense where there is none.
  const whole = question.kind === 'true-false' ? without({ ...rest }, 'whenPartly') : rest;
  return { ...whole, ...options, ...seen(media) } as Question;
};

const WHOLE = ['whenRight', 'whenPartly', 'whenWrong'];

/** What is left of a question without what the notices name. */
const kept = (question: Question, lost: readonly string[], format: string): Loose => {
  let left: Loose = { ...question };
  if (lost.includes('media-beyond')) {
    left = without(left, 'media');
    if ('options' in question)
      left.options = question.options.map((option) => without({ ...option }, 'media'));
  }
  if (lost.includes('scoring-beyond')) {
    left = without(left, 'scoring');
    if (question.kind === 'ordering') left.scoring = 'all-or-nothing';
  }
  if (lost.includes('comparison-beyond')) left = without(left, 'compare');
  if (lost.includes('tags-beyond')) left = without(left, 'tags');
  if (lost.includes('provenance-beyond')) left = without(left, 'source', 'licence');
  if (lost.includes('feedback-beyond')) left = without(left, ...WHOLE);
  if (lost.includes('feedback-beyond') && format === 'qti' && 'accepted' in question) {
    left = without(left, 'otherwise');
    left.accepted = question.accepted.map((each) => without({ ...each }, 'feedback'));
  }
  return left;
};

/** Choices that belong to no prompt and are none of the right ones, each once. */
const isTidy = (question: Question): boolean =>
  question.kind !== 'matching' ||
  new Set([...question.pairs.map(({ choice }) => choice), ...question.distractors]).size ===
    new Set(question.pairs.map(({ choice }) => choice)).size + question.distractors.length;

const tag = fc.stringMatching(/^[a-zđăâê0-9]{1,8}( [a-zđăâê0-9]{1,8})?$/);
const filed = fc.record(
  {
    tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 10 }),
    source: fc.constant('Tổ Tin học'),
    licence: fc.constant('CC BY 4.0'),
  },
  { requiredKeys: [] },
);
const item = fc
  .tuple(anyItem.filter(isTidy).map(pictured), filed)
  .map(([question, about]): Question => ({ ...question, ...about }));
const items = fc.uniqueArray(item, { maxLength: 4, selector: ({ title }) => fold(title) });

test.each(['gift', 'moodle-xml', 'qti'] as const)(
  'what is written as %s is read as it was, but for what the notices name',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(items, async (questions) => {
        const { bytes, notices } = writeItemFile(format, questions, files);
        const lostOf = ({ title }: Question) =>
          notices.filter((each) => each.title === title).map(({ code }) => code as string);
        const sayable = questions.filter((question) => !lostOf(question).includes('kind-beyond'));
        if (sayable.length === 0) return;
        const file = await readItemFile(format, bytes);
        if (typeof file === 'string') throw new Error(file);
        expect(file.faults).toEqual([]);
        expect(file.questions).toEqual(sayable.map((question) => kept(question, lostOf(question), format)));
      }),
    );
  },
);
