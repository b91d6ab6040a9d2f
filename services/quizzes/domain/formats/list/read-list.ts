import type { Media } from '../../question.ts';
import { type ItemFile, itemFileOf, type Refused, type Remark, type Trouble } from '../item-file.ts';
import { keysIn } from './key-list.ts';
import {
  type AboutLine,
  aboutLine,
  bareLabel,
  isEnd,
  isKeyHeading,
  isSection,
  type Label,
  namedLabel,
  optionsOf,
  stemWithOptions,
} from './labels.ts';
import { type Draft, foundIn } from './question-of.ts';
import { partOf, type StyledLine } from './styled-line.ts';

/** A line of a list, with its pictures and what of it could not be read; `line` counts from 1. */
export type ListLine = StyledLine & {
  readonly line: number;
  readonly troubles?: readonly Trouble[];
  readonly media?: readonly Media[];
};

/** Reads line by line: every line belongs to the question begun last, or is outside of all. */
class ListReader {
  readonly drafts: Draft[] = [];
  readonly outside: ListLine[] = [];
  readonly #labelOf: (line: StyledLine) => Label | undefined;
  #draft: Draft | undefined;
  #part: 'stem' | 'options' | 'explanation' = 'stem';

  constructor(labelOf: (line: StyledLine) => Label | undefined) {
    this.#labelOf = labelOf;
  }

  take(line: ListLine): void {
    const label = this.#labelOf(line);
    if (isEnd(line.text)) this.#draft = undefined;
    else if (isSection(line.text)) this.#leave(line);
    else if (label && this.#begins(label)) this.#begin(line, label);
    else if (this.#draft) this.#goOn(this.#draft, line);
    else this.outside.push(line);
    this.#draft?.troubles.push(...(line.troubles ?? []));
    if (this.#draft && line.media) this.#show(this.#draft, line, line.media);
  }

  /** A picture beside words belongs to them; one alone on its line to the question, unless its option is without words. */
  #show(draft: Draft, { text }: ListLine, media: readonly Media[]): void {
    const last = draft.options.at(-1);
    const isWordless = last?.text.every((each) => each.text.trim() === '') === true;
    if (this.#part === 'explanation') draft.troubles.push({ code: 'picture-left-behind' });
    else if (this.#part === 'options' && last && (text.trim() !== '' || isWordless))
      draft.options[draft.options.length - 1] = { ...last, media: [...(last.media ?? []), ...media] };
    else draft.media.push(...media);
  }

  /** A numbered line inside of a stem is part of it, unless it is the number that comes next. */
  #begins({ number }: Label): boolean {
    return !this.#draft || this.#part !== 'stem' || number === this.#draft.number + 1;
  }

  #leave(line: ListLine): void {
    this.#draft = undefined;
    this.outside.push(line);
  }

  #begin(line: ListLine, { number, end }: Label): void {
    const { stem, options } = stemWithOptions(partOf(line, end));
    this.#draft = {
      number,
      line: line.line,
      stem: [stem],
      options: [...options],
      explanation: [],
      media: [],
      troubles: [],
    };
    this.#part = options.length > 0 ? 'options' : 'stem';
    this.drafts.push(this.#draft);
  }

  #goOn(draft: Draft, line: ListLine): void {
    const about = aboutLine(line.text);
    const options = this.#part === 'explanation' ? undefined : optionsOf(line);
    if (about) this.#note(draft, about);
    else if (options) {
      draft.options.push(...options);
      this.#part = 'options';
    } else this.#append(draft, line);
  }

  #note(draft: Draft, { part, text }: AboutLine): void {
    if (part === 'explanation') draft.explanation.push(text);
    else draft[part] = text;
    if (part !== 'competence') this.#part = 'explanation';
  }

  #append(draft: Draft, line: ListLine): void {
    const last = draft.options.at(-1);
    if (this.#part === 'explanation') draft.explanation.push(line.text.trim());
    else if (this.#part === 'options' && last)
      draft.options[draft.options.length - 1] = { ...last, text: [...last.text, line] };
    else draft.stem.push(line);
  }
}

/** Where the keys begin that are listed for all questions; the length of the list when there are none. */
const endOfQuestions = (lines: readonly ListLine[]): number => {
  const lastOption = lines.findLastIndex((line) => optionsOf(line));
  const at = lines.findIndex(({ text }, place) => place > lastOption && isKeyHeading(text));
  return at > 0 ? at : lines.length;
};

/** "Câu 1" when the file says it anywhere, else "1."; so numbered lines inside of a question stay in it. */
const labelOf = (lines: readonly ListLine[]) => (lines.some(namedLabel) ? namedLabel : bareLabel);

/** Words of a table of keys that are no text of their own. */
const KEY_WORDS = /câu(?:\s+hỏi)?|đáp\s*án|mã\s*đề|[A-Ha-h](?!\p{L})|[^\p{L}]/giu;
const isOnlyKeys = ({ text }: ListLine): boolean => text.replace(KEY_WORDS, '') === '';

/** What stands in no question, as one sentence that quotes its beginning. */
const outsideOf = (lines: readonly ListLine[]): readonly Remark[] =>
  lines.slice(0, 1).map(({ line, text }) => ({
    line,
    code: 'text-outside' as const,
    what: text.trim().slice(0, MAX_QUOTE),
  }));
const MAX_QUOTE = 60;

/**
 * The questions of a list as teachers type it: "Câu 1." or "1.", options "A." to "H." one a line or several, the key
 * underlined, highlighted, coloured, bold or starred, in a line "Đáp án: B", or listed at the end.
 */
export function readList(all: readonly ListLine[], files?: ItemFile['files']): ItemFile | Refused {
  const lines = all.filter(({ text, troubles, media }) => text.trim() !== '' || troubles || media);
  const end = endOfQuestions(lines);
  const reader = new ListReader(labelOf(lines));
  for (const line of lines.slice(0, end)) reader.take(line);
  const listed = lines.slice(end + 1);
  const keys = keysIn(listed.map(({ text }) => text));
  const file = itemFileOf(
    reader.drafts.map((draft) => foundIn({ ...draft, key: draft.key ?? keys.get(draft.number) })),
    files,
  );
  if (typeof file === 'string') return file;
  if (reader.drafts.every(({ options }) => options.length === 0) && file.questions.length === 0)
    return 'file-unreadable';
  const outside = [...reader.outside, ...listed.filter((line) => !isOnlyKeys(line))];
  return { ...file, notices: [...outsideOf(outside), ...file.notices] };
}
