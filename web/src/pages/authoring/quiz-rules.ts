import type { BodyOf } from '../../api/types.ts';

type Quiz = BodyOf<'getQuiz'>;
type Review = Quiz['review'];

/** What a form of rules holds: text as typed, and choices. */
export type RulesDraft = {
  /** Local date and time of Ho Chi Minh City, YYYY-MM-DDTHH:mm, or nothing. */
  readonly opens: string;
  readonly closes: string;
  readonly lateHours: string;
  readonly navigation: Quiz['navigation'];
  readonly shuffle: 'all' | 'items' | 'options' | 'nothing';
  readonly confirmation: Quiz['confirmation'];
  /** Who marks what a machine cannot. */
  readonly markers: 'one' | 'two';
} & Review;

/** A day for phones that come back into the network; the rest as most quizzes have it. */
export const USUAL_RULES: RulesDraft = {
  opens: '',
  closes: '',
  lateHours: '24',
  navigation: 'free',
  shuffle: 'all',
  confirmation: 'automatic',
  markers: 'one',
  marks: 'after-submission',
  answers: 'after-submission',
  explanations: 'after-submission',
  rightAnswers: 'after-last-attempt',
};

/** Typed times are those of the centre, wherever the device is; its zone has no daylight saving. */
export const instantOf = (local: string): string => new Date(`${local}:00+07:00`).toISOString();

/** The rules as the contract takes them. Without any limit of time nothing can be late. */
export const rulesIn = (draft: RulesDraft, hasTimeLimit: boolean) => {
  const { opens, closes, lateHours, shuffle, navigation, confirmation } = draft;
  const { marks, answers, explanations, rightAnswers } = draft;
  const isLimited = hasTimeLimit || closes !== '';
  return {
    ...(opens !== '' && { opensAt: instantOf(opens) }),
    ...(closes !== '' && { closesAt: instantOf(closes) }),
    shuffle: {
      items: shuffle === 'all' || shuffle === 'items',
      options: shuffle === 'all' || shuffle === 'options',
    },
    navigation,
    confirmation,
    markers: draft.markers === 'two' ? (2 as const) : (1 as const),
    review: { marks, answers, explanations, rightAnswers },
    lateSyncHours: isLimited && lateHours !== '' ? Number(lateHours) : 0,
  };
};

/** What a person can still change before sending: a part shown after the close needs a closing time. */
export const needsClosing = ({ closes, marks, answers, explanations, rightAnswers }: RulesDraft): boolean =>
  closes === '' && [marks, answers, explanations, rightAnswers].includes('after-close');
