import type { Question } from '../question.ts';
import { beyond, type Says } from './beyond.ts';
import type { EmbeddedFile } from './embedded-file.ts';
import type { Remark } from './item-file.ts';

/** A bank as a file: what the format could not say is in `notices`, by question. */
export type WrittenFile = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly ending: string;
  readonly notices: readonly Remark[];
};

/** The pictures, sounds and films of the questions, by their ids; one that is not there is left out by its name. */
export type Files = ReadonlyMap<string, EmbeddedFile>;

/** The questions that a format can hold, and what of all of them it cannot. */
export function sayable(questions: readonly Question[], says: Says) {
  const notices: Remark[] = [];
  const held: Question[] = [];
  for (const question of questions) {
    const lost = beyond(question, says);
    notices.push(...lost.map((trouble) => ({ title: question.title, ...trouble })));
    if (lost[0]?.code !== 'kind-beyond') held.push(question);
  }
  return { held, notices };
}
