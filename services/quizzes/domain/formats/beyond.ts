import type { Kind, Question } from '../question.ts';
import type { Trouble } from './item-file.ts';

/** What a format can say beside the words of a question. */
export type Says = {
  readonly kinds: readonly Kind[];
  readonly media?: boolean;
  /** What is said of a whole response: right, partly right, wrong. */
  readonly wholeFeedback?: boolean;
  readonly exactComparison?: boolean;
};

const hasMedia = (question: Question): boolean =>
  (question.media ?? []).length > 0 ||
  ('options' in question && question.options.some(({ media = [] }) => media.length > 0));

/** What of a question a format cannot say, by name. The first is about its kind: then nothing is written of it. */
export function beyond(question: Question, says: Says): readonly Trouble[] {
  const { kind } = question;
  if (!says.kinds.includes(kind)) return [{ code: 'kind-beyond', what: kind }];
  const lost = {
    'media-beyond': !says.media && hasMedia(question),
    // Ordering has its scoring in every format that has ordering.
    'scoring-beyond': kind !== 'ordering' && 'scoring' in question && question.scoring !== undefined,
    'comparison-beyond':
      'compare' in question &&
      question.compare !== undefined &&
      !(question.compare === 'exact' && says.exactComparison),
    'feedback-beyond':
      !says.wholeFeedback &&
      kind !== 'true-false' &&
      Boolean(question.whenRight ?? question.whenPartly ?? question.whenWrong),
  } as const;
  return (Object.keys(lost) as (keyof typeof lost)[]).filter((code) => lost[code]).map((code) => ({ code }));
}
