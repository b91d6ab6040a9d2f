import type { FaultCode, SeenItem } from '../../contract.ts';
import type { QuestionOf } from '../question.ts';
import { shownId } from '../shown-id.ts';
import { type SingleChoice, singleChoice } from './choice.ts';
import { areShown, type Credit, type ItemType, type ResponseOf, type Shown } from './item-type.ts';
import { type Numeric, numeric } from './numeric.ts';
import { type ShortAnswer, shortAnswer } from './short-answer.ts';

type GapKind = 'single-choice' | 'short-answer' | 'numeric';
/** A place to fill in, and its share of the question's worth beside the other gaps'. */
export type Gap = { readonly share: number } & (
  | ({ readonly kind: 'single-choice' } & SingleChoice)
  | ({ readonly kind: 'short-answer' } & ShortAnswer)
  | ({ readonly kind: 'numeric' } & Numeric)
);

/** A text with gaps, in its order. */
export type Cloze = { readonly passage: readonly (string | Gap)[] };

type SeenPassage = Extract<SeenItem, { kind: 'cloze' }>['passage'];

/** A gap is a small question of its own kind, and is marked as one. */
const gapTypes = { 'single-choice': singleChoice, 'short-answer': shortAnswer, numeric };
const typeOf = (kind: GapKind) => gapTypes[kind] as unknown as ItemType<GapKind>;
const asQuestion = ({ share, ...gap }: Gap): QuestionOf<GapKind> => ({ title: '', stem: '', ...gap });
const asResponse = (kind: GapKind, given: string): ResponseOf<GapKind> =>
  kind === 'single-choice' ? { kind, optionId: given } : { kind, text: given };
const givenIn = (response: ResponseOf<GapKind>): string =>
  response.kind === 'single-choice' ? response.optionId : response.text;

const isGap = (part: string | Gap): part is Gap => typeof part !== 'string';
const gapsOf = ({ passage }: Cloze): readonly Gap[] => passage.filter(isGap);
const wholeOf = (gaps: readonly Gap[]): number => gaps.reduce((sum, { share }) => sum + share, 0);

/** The orders of all gaps stand in one list, one after the other; a gap to type in has none. */
const shownGaps = (question: Cloze, order: readonly number[]): readonly Shown<GapKind>[] => {
  let start = 0;
  return gapsOf(question).map((gap) => {
    const end = start + (gap.kind === 'single-choice' ? gap.options.length : 0);
    const shown = { question: asQuestion(gap), order: order.slice(start, end) };
    start = end;
    return shown;
  });
};

/** A gap earns its share of the whole; nothing that is lost in it is taken from another. */
const creditOfGap = ({ share }: Gap, whole: number, met: readonly Credit[]): readonly Credit[] =>
  met.map((credit) => ({ ...credit, weight: (Math.min(Math.max(credit.weight, 0), 100) * share) / whole }));

/** What is wrong with one part of a passage; words alone are always right. */
export const complaintsOfGap = (part: string | Gap): readonly FaultCode[] =>
  isGap(part) ? typeOf(part.kind).complaints(asQuestion(part)) : [];

const complaints = ({ passage }: Cloze): readonly FaultCode[] => {
  const gaps = gapsOf({ passage });
  if (gaps.length === 0 || gaps.some(({ share }) => !(share > 0))) return ['no-gaps'];
  return gaps.flatMap(complaintsOfGap);
};

export const cloze: ItemType<'cloze'> = {
  present: (question, shuffle) => {
    const order: number[] = [];
    let gaps = 0;
    const passage = question.passage.map((part): SeenPassage[number] => {
      if (!isGap(part)) return { kind: 'text', text: part };
      const gapId = shownId('g', gaps);
      gaps += 1;
      const shown = typeOf(part.kind).present(asQuestion(part), (length) => shuffle(length, gapId));
      order.push(...shown.order);
      return { kind: part.kind, gapId, ...shown.seen } as SeenPassage[number];
    });
    return { seen: { passage }, order };
  },
  fits: ({ passage, itemId }, { gaps }) => {
    const seen = passage.flatMap((part) => (part.kind === 'text' ? [] : [part]));
    const ids = seen.map(({ gapId }) => gapId);
    return (
      areShown(Object.keys(gaps), ids) &&
      seen.every((gap) => {
        const given = gaps[gap.gapId];
        return (
          given === undefined ||
          typeOf(gap.kind).fits({ itemId, stem: '', ...gap }, asResponse(gap.kind, given))
        );
      })
    );
  },
  credit: ({ question, order }, response) => {
    const gaps = gapsOf(question);
    return shownGaps(question, order).flatMap((shown, place) => {
      const [gap, given] = [gaps[place], response.gaps[shownId('g', place)]];
      if (!gap || given === undefined) return [];
      const met = typeOf(gap.kind).credit(shown, asResponse(gap.kind, given));
      return creditOfGap(gap, wholeOf(gaps), met);
    });
  },
  right: ({ question, order }) => {
    const filled = shownGaps(question, order).map((shown, place) => {
      const right = typeOf(shown.question.kind).right(shown);
      return [shownId('g', place), right ? givenIn(right) : ''] as const;
    });
    return { kind: question.kind, gaps: Object.fromEntries(filled) };
  },
  complaints,
};
