import { childNamed, childrenNamed } from '#shared/text/read-xml.ts';
import type { Gap } from '../../items/cloze.ts';
import { passageOf } from './embedded-answers.ts';
import { type Reader, said } from './reader.ts';

type Choice = { readonly text: string; readonly group: string };

const gapOf = (choices: readonly Choice[], right: Choice): Gap => ({
  share: 1,
  kind: 'single-choice',
  options: [...new Set(choices.filter(({ group }) => group === right.group).map(({ text }) => text))].map(
    (text) => ({ text, weight: text === right.text ? 100 : 0 }),
  ),
});

/** Gaps [[1]] in the text, each filled with one of its group of choices: by a list, or by dragging in Moodle. */
export const gapText =
  (name: string): Reader =>
  (element, about, texts) => {
    const choices = childrenNamed(element, name).map((choice) => ({
      text: texts.words(choice),
      group: said(choice, 'group'),
    }));
    const passage = about.stem.split(/(\[\[\d+\]\])/).flatMap((part): (string | Gap)[] => {
      const number = /^\[\[(\d+)\]\]$/.exec(part)?.[1];
      const right = choices[Number(number) - 1];
      if (number === undefined || !right) return part === '' ? [] : [part];
      return [gapOf(choices, right)];
    });
    return { ...about, stem: about.title, kind: 'cloze', passage };
  };

/** The passage stands in an element of its own where this bank wrote it, else the first line without a gap asks. */
export const cloze: Reader = (element, about, texts) => {
  const [before, within] = texts.parted(childNamed(element, 'questiontext'));
  const [first = '', ...rest] = within.split('\n');
  const asks = before || (rest.length > 0 && !first.includes('{') ? first : '');
  const passage = passageOf(before || !asks ? within : rest.join('\n'));
  if (typeof passage === 'string') return { code: 'embedded-answers', what: passage };
  return { ...about, stem: asks || about.title, kind: 'cloze', passage };
};
