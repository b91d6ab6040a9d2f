import { fold } from '#shared/text/vietnamese.ts';
import type { Option, Question } from '../question.ts';

type About = Pick<Question, 'title' | 'stem' | 'media' | 'explanation' | 'competenceCode' | 'level'>;
type Marked = Pick<Option, 'text' | 'feedback' | 'media'> & { readonly right: boolean };

const isSaid = (options: readonly Marked[], ...words: readonly string[]): boolean =>
  options.length === words.length && options.every(({ text }, place) => fold(text) === words[place]);

/** Two options "Đúng" and "Sai", in this order or the other, are a question of true or false. */
const truthOf = (options: readonly Marked[]): boolean | undefined => {
  if (isSaid(options, 'dung', 'sai') || isSaid(options, 'true', 'false')) return options[0]?.right;
  if (isSaid(options, 'sai', 'dung') || isSaid(options, 'false', 'true')) return options[1]?.right;
  return undefined;
};

/** Five decimals, as Moodle writes thirds. */
const share = (parts: number): number => Number((100 / parts).toFixed(5));

/**
 * A choice whose file says of each option only whether it is right. One right option is worth everything; of several
 * each is worth its share, and a wrong one takes as much away, so that ticking all earns nothing.
 */
export function choiceOf(about: About, marked: readonly Marked[]): Question {
  const rightOnes = marked.filter(({ right }) => right).length;
  const isTrue = rightOnes === 1 ? truthOf(marked) : undefined;
  if (isTrue !== undefined) return { ...about, kind: 'true-false', isTrue };
  const isSingle = rightOnes < 2;
  const options = marked.map(
    ({ text, right, feedback, media }): Option => ({
      text,
      weight: right ? share(rightOnes) : isSingle ? 0 : -share(rightOnes),
      ...(feedback && { feedback }),
      ...(media && { media }),
    }),
  );
  return { ...about, kind: isSingle ? 'single-choice' : 'multiple-choice', options };
}
