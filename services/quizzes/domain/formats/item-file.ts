import { fold } from '#shared/text/vietnamese.ts';
import type { FaultCode } from '../../contract.ts';
import { contentHash } from '../item-identity.ts';
import { complaintsOf } from '../item-types.ts';
import type { Question } from '../question.ts';
import type { EmbeddedFile } from './embedded-file.ts';

/** Where in a file something stands: a line or row and a question's own number, both from 1, or a file of a package. */
export type Place = { readonly line?: number; readonly number?: number; readonly file?: string };
/** What is wrong, or what was left behind; `what` is the name that the file gives to it. */
export type Trouble = { readonly code: FaultCode; readonly what?: string };
/** A sentence of the report. */
export type Remark = Place & Trouble & { readonly title?: string };

/** A question as a reader found it. */
export type Found = {
  readonly place: Place;
  readonly read: Question | Trouble;
  /** The name of a faulty question, as far as it has one. */
  readonly title?: string;
  /** The title is the beginning of the stem, because the file has none. */
  readonly untitled?: boolean;
  /** What of the file is not in the question. */
  readonly leftBehind?: readonly Trouble[];
};

/** What a file of questions says: questions in its order, those left out (`faults`), and what others lost (`notices`). */
export type ItemFile = {
  readonly questions: readonly Question[];
  readonly faults: readonly Remark[];
  readonly notices: readonly Remark[];
  /** Pictures, sounds and films by their ids. */
  readonly files: ReadonlyMap<string, EmbeddedFile>;
};

/** Why nothing of a file is taken. */
export type Refused = 'file-unreadable' | 'file-too-large' | 'too-many-questions';

/** Of one file, faulty ones counted in. */
export const MAX_QUESTIONS = 5000;
/** A question without a title is named by the beginning of its stem. Characters. */
const TITLE_OF_STEM = 80;
/** Of a faulty question, as the report shows it. Characters. */
const MAX_TITLE = 100;

export const titleOf = (stem: string): string =>
  stem.replace(/\s+/g, ' ').trim().slice(0, TITLE_OF_STEM).trim();

/** "Which is right?" heads many questions of a file; the first option tells them apart, whatever their order. */
const byFirstOption = (question: Question): string => {
  const first = 'options' in question ? question.options[0]?.text : undefined;
  return first ? `${question.title} – ${titleOf(first)}` : question.title;
};

const isTrouble = (read: Question | Trouble): read is Trouble => 'code' in read;

const settled = (found: Found, taken: ReadonlyMap<string, Question>): Question | Trouble => {
  const { read, untitled = false } = found;
  if (isTrouble(read)) return read;
  const [complaint] = complaintsOf(read);
  if (complaint) return { code: complaint };
  const before = taken.get(fold(read.title));
  if (!before) return read;
  const isAnother = untitled && contentHash(before) !== contentHash(read);
  const renamed = isAnother ? { ...read, title: byFirstOption(read) } : read;
  return taken.has(fold(renamed.title)) ? { code: 'title-twice' } : renamed;
};

/**
 * Puts what a reader found together: faulty questions become sentences of the report and spoil no other. A second
 * question of the same title is a fault, because the title tells the items of a bank apart.
 */
export function itemFileOf(
  all: readonly Found[],
  files: ItemFile['files'] = new Map(),
): ItemFile | 'too-many-questions' {
  if (all.length > MAX_QUESTIONS) return 'too-many-questions';
  const questions = new Map<string, Question>();
  const faults: Remark[] = [];
  const notices: Remark[] = [];
  for (const found of all) {
    const settledRead = settled(found, questions);
    const title = (isTrouble(found.read) ? found.title : found.read.title)?.slice(0, MAX_TITLE);
    const named = { ...found.place, ...(title && { title }) };
    if (isTrouble(settledRead)) {
      faults.push({ ...named, ...settledRead });
      continue;
    }
    questions.set(fold(settledRead.title), settledRead);
    notices.push(...(found.leftBehind ?? []).map((trouble) => ({ ...named, ...trouble })));
  }
  return { questions: [...questions.values()], faults, notices, files };
}
