import type { SingleChoice } from '../items/choice.ts';
import type { Gap } from '../items/cloze.ts';
import type { Kind, Option, Question } from '../question.ts';
import type { Trouble } from './item-file.ts';

/** What a format can say beside the words of a question. */
export type Says = {
  readonly kinds: readonly Kind[];
  readonly media?: boolean;
  readonly tags?: boolean;
  /** Kinds of which is said what holds of a whole response: right, partly right, wrong. */
  readonly wholeFeedback?: readonly Kind[];
  /** Gaps weigh whole numbers only. */
  readonly wholeShares?: boolean;
  readonly exactComparison?: boolean;
  /** Ways of scoring beside the usual one of a kind; absent: none but those of orderings, which are all said. */
  readonly scorings?: readonly string[];
  /** Where the author's word on single answers can be said; absent: everywhere. */
  readonly answerFeedback?: readonly string[];
};

const gapsOf = (question: Question): readonly Gap[] =>
  question.kind === 'cloze' ? question.passage.filter((part) => typeof part !== 'string') : [];

const hasPictures = (part: object): boolean =>
  'options' in part && (part.options as SingleChoice['options']).some(({ media = [] }) => media.length > 0);

/** A gap shows words alone, in every format. */
const hasMedia = (question: Question, { media }: Says): boolean =>
  gapsOf(question).some(hasPictures) ||
  (!media && ((question.media ?? []).length > 0 || hasPictures(question)));

const hasOwnScoring = (question: Question, { scorings, wholeShares }: Says): boolean => {
  if (wholeShares && gapsOf(question).some(({ share }) => !Number.isInteger(share))) return true;
  if (!('scoring' in question) || question.scoring === undefined) return false;
  return scorings ? !scorings.includes(question.scoring) : question.kind !== 'ordering';
};

/** A question of true or false says these words of its two answers. */
const hasWholeFeedback = (question: Question, { wholeFeedback, answerFeedback }: Says): boolean => {
  const isSaid =
    question.kind === 'true-false'
      ? answerFeedback === undefined
      : wholeFeedback?.includes(question.kind) === true;
  return !isSaid && Boolean(question.whenRight ?? question.whenPartly ?? question.whenWrong);
};

const saysOfAnswers = (part: object): boolean => {
  const others = 'otherwise' in part && part.otherwise !== undefined;
  const answers = 'options' in part ? part.options : 'accepted' in part ? part.accepted : [];
  return others || (answers as Option[]).some(({ feedback }) => feedback !== undefined);
};

const hasAnswerFeedback = (question: Question, { answerFeedback }: Says): boolean => {
  if (answerFeedback === undefined) return false;
  return gapsOf(question).some(saysOfAnswers) || ('accepted' in question && saysOfAnswers(question));
};

const hasOwnComparison = (part: object, { exactComparison }: Says): boolean =>
  'compare' in part && part.compare !== undefined && !(part.compare === 'exact' && exactComparison);

/** What of a question a format cannot say, by name. The first is about its kind: then nothing is written of it. */
export function beyond(question: Question, says: Says): readonly Trouble[] {
  const { kind } = question;
  if (!says.kinds.includes(kind)) return [{ code: 'kind-beyond', what: kind }];
  const lost = {
    'media-beyond': hasMedia(question, says),
    'scoring-beyond': hasOwnScoring(question, says),
    'comparison-beyond': [question, ...gapsOf(question)].some((part) => hasOwnComparison(part, says)),
    'tags-beyond': !says.tags && (question.tags ?? []).length > 0,
    'provenance-beyond': Boolean(question.source ?? question.licence),
    'feedback-beyond': hasWholeFeedback(question, says) || hasAnswerFeedback(question, says),
  } as const;
  return (Object.keys(lost) as (keyof typeof lost)[]).filter((code) => lost[code]).map((code) => ({ code }));
}
