import type { FaultCode } from '../contract.ts';
import { type BankFile, lacksFiles } from './item-media.ts';
import { complaintsOf } from './item-types.ts';
import { complaintsOfGap } from './items/cloze.ts';
import { repeats } from './items/item-type.ts';
import type { Kind, Question } from './question.ts';

/** What is wrong with a question, and where its author mends it: a JSON pointer into the question, '' for the whole. */
export type ItemFault = { readonly code: FaultCode; readonly at: string };

/** The member of each kind that holds its key, where most of its faults are mended. */
const KEY_MEMBER: Readonly<Record<Kind, string>> = {
  'single-choice': '/options',
  'multiple-choice': '/options',
  'true-false': '/isTrue',
  'short-answer': '/accepted',
  numeric: '/accepted',
  matching: '/pairs',
  ordering: '/entries',
  cloze: '/passage',
  'hot-spot': '/areas',
  'practical-task': '/elements',
  essay: '/rubric',
  'file-answer': '/rubric',
};

/** Faults that are mended elsewhere than in the key. */
const OWN_PLACE: Partial<Readonly<Record<FaultCode, string>>> = {
  'no-stem': '/stem',
  'no-picture': '/picture',
  'too-few-picks': '/picks',
  'needs-files': '',
  'too-long': '',
};

/** The second of two that are the same. */
const repeatedIn = (texts: readonly string[]): number =>
  texts.findIndex((_, place) => repeats(texts.slice(0, place + 1)));

/** The place of a part within the key, where a fault is about one part alone. */
function partOf(question: Question, code: FaultCode): string {
  if (code === 'prompt-twice' && question.kind === 'matching')
    return `/${repeatedIn(question.pairs.map(({ prompt }) => prompt))}`;
  if (code === 'option-twice' && question.kind === 'ordering') return `/${repeatedIn(question.entries)}`;
  return '';
}

/** The first picture, sound or film without words. */
function speechlessIn(question: Question): string {
  const isSpeechless = ({ alt }: { readonly alt: string }) => alt.trim() === '';
  const own = question.media?.findIndex(isSpeechless) ?? -1;
  if (own >= 0) return `/media/${own}`;
  if ('picture' in question && isSpeechless(question.picture)) return '/picture';
  const options = 'options' in question ? question.options : [];
  const option = options.findIndex(({ media = [] }) => media.some(isSpeechless));
  return `/options/${option}/media/${options[option]?.media?.findIndex(isSpeechless) ?? 0}`;
}

const placeOf = (question: Question, code: FaultCode): string => {
  if (code === 'media-without-alt') return speechlessIn(question);
  return OWN_PLACE[code] ?? `${KEY_MEMBER[question.kind]}${partOf(question, code)}`;
};

/**
 * Everything that is wrong with a question, so that its author mends it in one go; each place is told of a fault once.
 * `files`: those that the bank has of what the question shows.
 */
export function itemFaults(question: Question, files: ReadonlyMap<string, BankFile>): readonly ItemFault[] {
  const ofGaps =
    question.kind === 'cloze'
      ? question.passage.flatMap((part, place) =>
          complaintsOfGap(part).map((code): ItemFault => ({ code, at: `/passage/${place}` })),
        )
      : [];
  const inGaps = new Set(ofGaps.map(({ code }) => code));
  const others = [...new Set(complaintsOf(question))]
    .filter((code) => !inGaps.has(code))
    .map((code): ItemFault => ({ code, at: placeOf(question, code) }));
  const lacking: readonly ItemFault[] = lacksFiles(question, files) ? [{ code: 'needs-files', at: '' }] : [];
  return [...ofGaps, ...others, ...lacking];
}
