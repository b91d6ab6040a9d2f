import type { Kind, Question } from '../question.ts';
import type { Trouble } from './item-file.ts';

/** What a format can say beside the words of a question. */
export type Says = {
  readonly kinds: readonly Kind[];
  readonly media?: boolean;
  readonly tags?: boolean;
  /** What is said of a whole response: right, partly right, wrong. */
  readonly wholeFeedback?: boolean;
  readonly exactComparison?: boolean;
  /** Ways of scoring beside the usual one of a kind; absent: none but those of orderings, which are all said. */
  readonly scorings?: readonly string[];
  /** Where the author's word on single answers can be said; absent: everywhere. */
  readonly answerFeedback?: readonly string[];
};

const hasMedia = (question: Question): boolean =>
  (question.media ?? []).length > 0 ||
  ('options' in question && question.options.some(({ media = [] }) => media.length > 0));

const hasOwnScoring = (question: Question, { scorings }: Says): boolean => {
  if (!('scoring' in question) || question.scoring === undefined) return false;
  return scorings ? !scorings.includes(question.scoring) : question.kind !== 'ordering';
};

/** A question of true or false says these words of its two answers. */
const hasWholeFeedback = (question: Question, { wholeFeedback, answerFeedback }: Says): boolean => {
  const isSaid = question.kind === 'true-false' ? answerFeedback === undefined : wholeFeedback === true;
  return !isSaid && Boolean(question.whenRight ?? question.whenPartly ?? question.whenWrong);
};

const hasAnswerFeedback = (question: Question, { answerFeedback }: Says): boolean => {
  if (answerFeedback === undefined || !('accepted' in question)) return false;
  const others = 'otherwise' in question && question.otherwise !== undefined;
  return others || question.accepted.some(({ feedback }) => feedback !== undefined);
};

/** What of a question a format cannot say, by name. The first is about its kind: then nothing is written of it. */
export function beyond(question: Question, says: Says): readonly Trouble[] {
  const { kind } = question;
  if (!says.kinds.includes(kind)) return [{ code: 'kind-beyond', what: kind }];
  const lost = {
    'media-beyond': !says.media && hasMedia(question),
    'scoring-beyond': hasOwnScoring(question, says),
    'comparison-beyond':
      'compare' in question &&
      question.compare !== undefined &&
      !(question.compare === 'exact' && says.exactComparison),
    'tags-beyond': !says.tags && (question.tags ?? []).length > 0,
    'provenance-beyond': Boolean(question.source ?? question.licence),
    'feedback-beyond': hasWholeFeedback(question, says) || hasAnswerFeedback(question, says),
  } as const;
  return (Object.keys(lost) as (keyof typeof lost)[]).filter((code) => lost[code]).map((code) => ({ code }));
}
