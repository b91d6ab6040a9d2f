import { choiceOf } from '../choice-of.ts';
import { type Found, type ItemFile, itemFileOf, type Refused, titleOf } from '../item-file.ts';

const OPTION = /^(?<letter>[A-Z])[).]\s*(?<text>.*)$/;
const ANSWER = /^ANSWER:\s*(?<letter>\S*)\s*$/i;

type Draft = { line: number; stem: string[]; options: { letter: string; text: string }[] };

const found = ({ line, stem, options }: Draft, answer: string | undefined): Found => {
  const text = stem.join('\n').trim();
  const title = titleOf(text);
  const about = { place: { line }, title, untitled: true };
  if (text === '') return { ...about, read: { code: 'no-stem' } };
  if (options.some(({ letter }, place) => letter.charCodeAt(0) !== 65 + place))
    return { ...about, read: { code: 'labels-astray' } };
  const marked = options.map((option) => ({
    text: option.text.trim(),
    right: option.letter === answer?.toUpperCase(),
  }));
  return { ...about, read: choiceOf({ title, stem: text }, marked) };
};

/** Whether a line that is no option and no answer begins the next question: options have been read, and a gap follows. */
const isNext = ({ options }: Draft, gap: boolean): boolean => options.length > 0 && gap;

/**
 * The questions of a text in the Aiken format, https://docs.moodle.org/en/Aiken_format: a question, options "A." or
 * "A)", a line "ANSWER: B". A question whose answer is missing is told by the blank line and the text behind it.
 */
export function readAiken(text: string): ItemFile | Refused {
  const all: Found[] = [];
  let draft: Draft | undefined;
  let gap = false;
  const finish = (answer?: string): void => {
    if (draft) all.push(found(draft, answer));
    draft = undefined;
  };
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '') {
      gap = true;
      continue;
    }
    const answer = ANSWER.exec(line)?.groups?.letter;
    const option = OPTION.exec(line)?.groups;
    if (draft && answer === undefined && !option && isNext(draft, gap)) finish();
    draft ??= { line: at + 1, stem: [], options: [] };
    if (answer !== undefined) finish(answer);
    else if (option) draft.options.push({ letter: option.letter ?? '', text: option.text ?? '' });
    else draft.stem.push(line);
    gap = false;
  }
  finish();
  // The format has no other mark of its own.
  return /^\s*ANSWER:/im.test(text) ? itemFileOf(all) : 'file-unreadable';
}
