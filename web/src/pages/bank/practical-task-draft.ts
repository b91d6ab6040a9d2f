import type { Question } from './question-draft.ts';

type PracticalTask = Extract<Question, { kind: 'practical-task' }>;
export type ScreenElement = PracticalTask['elements'][number];
/** What a part of the screen is to the learner: to be tapped, better left alone, or of no matter. */
export type ElementMark = 'right' | 'wrong' | 'neutral';

export const markedAs = ({ weight = 0 }: { readonly weight?: number | undefined }): ElementMark =>
  weight > 0 ? 'right' : weight < 0 ? 'wrong' : 'neutral';

/** Five decimals, so that three thirds are meant as the whole. Percent. */
const shareOf = (parts: number): number => Number((100 / parts).toFixed(5));

const withWeight = (element: ScreenElement, weight: number): ScreenElement => {
  const { weight: _, ...rest } = element;
  return weight === 0 ? rest : { ...rest, weight };
};

/** What each part is worth by its mark: those that are right share the whole, and each wrong one takes as much away. */
export function sharedOut(marks: readonly ElementMark[]): readonly number[] {
  const right = marks.filter((mark) => mark === 'right').length;
  const worth = right === 0 ? 100 : shareOf(right);
  const weights = { right: worth, wrong: -worth, neutral: 0 } as const;
  return marks.map((mark) => weights[mark]);
}

/**
 * The elements with one of them marked anew, and the worth of all shared out evenly. Of a single step each right one earns everything.
 */
export function marked(
  task: PracticalTask['task'],
  elements: readonly ScreenElement[],
  marks: readonly ElementMark[],
): ScreenElement[] {
  const weights = task === 'step' ? marks.map((mark) => (mark === 'right' ? 100 : 0)) : sharedOut(marks);
  return elements.map((element, place) => withWeight(element, weights[place] ?? 0));
}
