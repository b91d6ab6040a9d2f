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

type Passage = Extract<Question, { kind: 'cloze' }>['passage'];

/** Neighbouring words are one text. */
function joined(passage: Passage): Passage {
  const parts: Passage[number][] = [];
  for (const part of passage) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = `${last} ${part}`;
    else parts.push(part);
  }
  return parts;
}

/** What is left of the gaps of a text. */
const keptGaps = (passage: Passage, lost: readonly string[]) =>
  passage.map((part) => {
    if (typeof part === 'string') return part;
    const names = [
      ...(lost.includes('comparison-beyond') && !('compare' in part && part.compare === 'exact')
        ? ['compare']
        : []),
      ...(lost.includes('feedback-beyond') ? ['otherwise'] : []),
    ];
    const ofAnswers = ['media', ...(lost.includes('feedback-beyond') ? ['feedback'] : [])];
    const left = without({ ...part }, ...names);
    const answers = (list: readonly object[]) => list.map((each) => without({ ...each }, ...ofAnswers));
    if ('options' in part) left.options = answers(part.options);
    if ('accepted' in part) left.accepted = answers(part.accepted);
    return left;
  });

/** With the picture that exists in place of those that do not. */
const pictured = (question: Question): Question => {
  const seen = (media: Question['media']) =>
    media ? { media: media.slice(0, 1).map(({ alt }) => ({ fileId, mediaType, alt })) } : {};
  const { media, ...rest } = question;
  const within = rest.kind === 'cloze' ? { passage: joined(rest.passage) } : {};
  const options =
    'options' in rest
      ? { options: rest.options.map(({ media: own, ...option }) => ({ ...option, ...seen(own) })) }
      : {};
  // What is said of a part right response has no sense where there is none.
  const whole = question.kind === 'true-false' ? without({ ...rest }, 'whenPartly') : rest;
  return { ...whole, ...options, ...within, ...seen(media) } as Question;
};

const WHOLE = ['whenRight', 'whenPartly', 'whenWrong'];

/** Moodle keeps what is said of the answers in a gap, also where it has no words for the whole. */
const qtiOnly = (lost: readonly string[], format: string): readonly string[] =>
  format === 'qti' ? lost : lost.filter((code) => code !== 'feedback-beyond');

/** What is left of a question without what the notices name. */
const kept = (question: Question, lost: readonly string[], format: string): Loose => {
  let left: Loose = { ...question };
  if (lost.includes('media-beyond') && question.kind !== 'cloze') {
    left = without(left, 'media');
    if ('options' in question)
      left.options = question.options.map((option) => without({ ...option }, 'media'));
  }
  if (lost.includes('scoring-beyond')) {
    left = without(left, 'scoring');
    if (question.kind === 'ordering') left.scoring = 'all-or-nothing';
  }
  if (lost.includes('comparison-beyond')) left = without(left, 'compare');
  if (question.kind === 'cloze') left.passage = keptGaps(question.passage, qtiOnly(lost, format));
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
