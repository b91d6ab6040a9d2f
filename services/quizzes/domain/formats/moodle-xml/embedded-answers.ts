import type { Gap } from '../../items/cloze.ts';
import type { NumberRange } from '../../items/numeric.ts';
import type { Option } from '../../question.ts';
import { asOnPaper } from '../decimals.ts';

/** Where a gap of Moodle's type Cloze begins: {2:SHORTANSWER: and its variants, by their long and short names. */
const BEGIN = /\{(?<share>\d*):(?<type>[A-Z_]+):/g;
const KINDS: Readonly<Record<string, Gap['kind']>> = {
  ...{ SHORTANSWER: 'short-answer', SA: 'short-answer', MW: 'short-answer' },
  ...{ SHORTANSWER_C: 'short-answer', SAC: 'short-answer', MWC: 'short-answer' },
  ...{ NUMERICAL: 'numeric', NM: 'numeric' },
  ...{
    MULTICHOICE: 'single-choice',
    MC: 'single-choice',
    MULTICHOICE_S: 'single-choice',
    MCS: 'single-choice',
  },
  ...{ MULTICHOICE_V: 'single-choice', MCV: 'single-choice', MULTICHOICE_H: 'single-choice' },
  ...{ MCH: 'single-choice', MULTICHOICE_VS: 'single-choice', MCVS: 'single-choice' },
  ...{ MULTICHOICE_HS: 'single-choice', MCHS: 'single-choice' },
};
const EXACT: ReadonlySet<string> = new Set(['SHORTANSWER_C', 'SAC', 'MWC']);

type Answer = Option;

const plain = (text: string): string => text.replace(/\\(.)/gs, '$1');
/** Parts between signs that nothing escapes. */
const split = (text: string, sign: '~' | '#'): string[] =>
  text.split(new RegExp(`(?<=(?<!\\\\)(?:\\\\\\\\)*)${sign}`));

function answerOf(text: string): Answer {
  const {
    right,
    percent,
    rest = '',
  } = /^\s*(?:(?<right>=)|%(?<percent>-?\d+(?:[.,]\d*)?)%)?(?<rest>.*)$/s.exec(text)?.groups ?? {};
  const [said = '', ...feedback] = split(rest, '#');
  const weight = right ? 100 : Number((percent ?? '0').replace(',', '.'));
  const words = plain(feedback.join('#')).trim();
  return { text: plain(said).trim(), weight, ...(words && { feedback: words }) };
}

function rangeOf({ text, ...rest }: Answer): NumberRange {
  const [middle = Number.NaN, tolerance = 0] = text.split(':').map((each) => Number(each.replace(',', '.')));
  const parts = [middle, tolerance];
  return {
    low: asOnPaper(middle - tolerance, parts),
    high: asOnPaper(middle + tolerance, parts),
    ...rest,
  };
}

const gapOf = (share: number, type: string, answers: readonly Answer[]): Gap | undefined => {
  const kind = KINDS[type];
  if (kind === 'single-choice') return { share, kind, options: answers };
  if (kind === 'short-answer')
    return { share, kind, accepted: answers, ...(EXACT.has(type) && { compare: 'exact' as const }) };
  if (kind !== 'numeric') return undefined;
  const other = answers.find(({ text }) => text === '*')?.feedback;
  const accepted = answers.filter(({ text }) => text !== '*').map(rangeOf);
  return { share, kind, accepted, ...(other && { otherwise: other }) };
};

/** Where the bracket of a gap ends that begins before `from`. */
const endOf = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '}') return at;
  }
  return -1;
};

/** The passage of a text with embedded answers, or the name of a type of gap that is none of ours. */
export function passageOf(text: string): readonly (string | Gap)[] | string {
  const passage: (string | Gap)[] = [];
  let from = 0;
  for (const found of text.matchAll(BEGIN)) {
    const begin = found.index + found[0].length;
    const end = endOf(text, begin);
    const { share = '', type = '' } = found.groups ?? {};
    if (found.index < from || end === -1) continue;
    const gap = gapOf(
      Number(share || 1),
      type,
      split(text.slice(begin, end).replace(/^~/, ''), '~').map(answerOf),
    );
    if (!gap) return type;
    if (found.index > from) passage.push(text.slice(from, found.index));
    passage.push(gap);
    from = end + 1;
  }
  return from < text.length ? [...passage, text.slice(from)] : passage;
}

const escaped = (text: string): string => text.replace(/[\\~#}="/%]/g, (sign) => `\\${sign}`);

const written = ({ text, weight, feedback }: Answer): string =>
  `${weight === 100 ? '=' : `%${weight}%`}${text}${feedback ? `#${escaped(feedback)}` : ''}`;

const ofRange = ({ low, high, ...rest }: NumberRange): Answer => {
  const [middle, tolerance] = [(low + high) / 2, (high - low) / 2].map((value) =>
    asOnPaper(value, [low, high], 1),
  );
  return { text: `${middle}:${tolerance}`, ...rest };
};

const answersOf = (gap: Gap): readonly Answer[] => {
  if (gap.kind === 'numeric')
    return [
      ...gap.accepted.map(ofRange),
      ...(gap.otherwise ? [{ text: '*', weight: 0, feedback: gap.otherwise }] : []),
    ];
  const answers = gap.kind === 'single-choice' ? gap.options : gap.accepted;
  return answers.map((each) => ({ ...each, text: escaped(each.text) }));
};

const typeOf = (gap: Gap): string => {
  if (gap.kind === 'numeric') return 'NUMERICAL';
  if (gap.kind === 'single-choice') return 'MULTICHOICE_S';
  return gap.compare === 'exact' ? 'SHORTANSWER_C' : 'SHORTANSWER';
};

/** A gap as Moodle writes it into the text (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type). */
export const embedded = (gap: Gap): string =>
  `{${Math.max(1, Math.round(gap.share))}:${typeOf(gap)}:${answersOf(gap).map(written).join('~')}}`;
