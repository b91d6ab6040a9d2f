import type { Question } from './question-draft.ts';

type Passage = Extract<Question, { kind: 'cloze' }>['passage'];
export type Gap = Exclude<Passage[number], string>;
/** A gap with the number by which the text names it. */
export type NamedGap = { readonly no: number; readonly gap: Gap };

export const markOf = (no: number): string => `[${no}]`;

const MARK = /\[(\d{1,3})\]/g;

/** A passage as it is typed: its words, in which [1], [2] and so on stand for gaps. Words of that form keep their numbers. */
export function typedPassage(passage: Passage): {
  readonly text: string;
  readonly gaps: readonly NamedGap[];
} {
  const words = passage.filter((part) => typeof part === 'string').join('');
  const taken = [...words.matchAll(MARK)].map(([, no]) => Number(no));
  const gaps: NamedGap[] = [];
  let text = '';
  for (const part of passage) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const no = Math.max(0, ...taken) + gaps.length + 1;
    gaps.push({ no, gap: part });
    text += markOf(no);
  }
  return { text, gaps };
}

/** The passage of a typed text, and the numbers of gaps that it does not name. The second mark of a gap is mere words. */
export function passageOf(
  text: string,
  gaps: readonly NamedGap[],
): { readonly passage: Passage; readonly missing: readonly number[] } {
  const left = new Map(gaps.map(({ no, gap }) => [no, gap]));
  const passage: Passage = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    const no = Number(found[1]);
    const gap = left.get(no);
    if (!gap) continue;
    left.delete(no);
    if (found.index > from) passage.push(text.slice(from, found.index));
    passage.push(gap);
    from = found.index + found[0].length;
  }
  if (from < text.length) passage.push(text.slice(from));
  return { passage, missing: [...left.keys()] };
}
