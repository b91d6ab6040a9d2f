import { escapeXml } from '#shared/text/write-xml.ts';
import type { Gap } from '../../items/cloze.ts';
import type { QuestionOf } from '../../question.ts';

const html = (text: string): string => escapeXml(text).replaceAll('\n', '<br/>');
const idOf = (no: number): string => `RESPONSE${no}`;

/** Weights are values here, so the most that a gap earns is its share. */
const entry = (key: string, weight: number, share: number, isExact: boolean): string =>
  `<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${(weight / 100) * share}" case-sensitive="${isExact}"/>`;

const correct = (value: string): string =>
  `<qti-correct-response><qti-value>${escapeXml(value)}</qti-value></qti-correct-response>`;

function declarationOf(gap: Gap, no: number): string {
  const declare = (baseType: string, content: string) =>
    `<qti-response-declaration identifier="${idOf(no)}" cardinality="single" base-type="${baseType}">${content}</qti-response-declaration>`;
  if (gap.kind === 'numeric') return declare('float', '');
  const isChoice = gap.kind === 'single-choice';
  const answers = isChoice ? gap.options : gap.accepted;
  const keys = answers.map(({ text }, at) => (isChoice ? `O${at + 1}` : text));
  const isExact = !isChoice && gap.compare === 'exact';
  const entries = answers.map(({ weight }, at) => entry(keys[at] ?? '', weight, gap.share, isExact));
  const right = keys[answers.findIndex(({ weight }) => weight === 100)] ?? '';
  return declare(
    isChoice ? 'identifier' : 'string',
    `${correct(right)}<qti-mapping default-value="0">${entries.join('')}</qti-mapping>`,
  );
}

const interactionOf = (gap: Gap, no: number): string => {
  if (gap.kind !== 'single-choice') return `<qti-text-entry-interaction response-identifier="${idOf(no)}"/>`;
  const choices = gap.options.map(
    ({ text }, at) => `<qti-inline-choice identifier="O${at + 1}">${html(text)}</qti-inline-choice>`,
  );
  return `<qti-inline-choice-interaction response-identifier="${idOf(no)}" shuffle="true">${choices.join('')}</qti-inline-choice-interaction>`;
};

const number = (value: number): string => `<qti-base-value base-type="float">${value}</qti-base-value>`;

/** Ranges of numbers add their value to the score, one program a gap. */
function rangesOf(gap: Extract<Gap, { kind: 'numeric' }>, no: number): string {
  const variable = `<qti-variable identifier="${idOf(no)}"/>`;
  const branches = gap.accepted.map(({ low, high, weight }, at) => {
    const name = at === 0 ? 'qti-response-if' : 'qti-response-else-if';
    const sum = `<qti-sum><qti-variable identifier="SCORE"/>${number((weight / 100) * gap.share)}</qti-sum>`;
    return `<${name}><qti-and><qti-gte>${variable}${number(low)}</qti-gte><qti-lte>${variable}${number(high)}</qti-lte></qti-and><qti-set-outcome-value identifier="SCORE">${sum}</qti-set-outcome-value></${name}>`;
  });
  return `<qti-response-condition>${branches.join('')}</qti-response-condition>`;
}

/** A text with gaps: each its own response, and the score their sum. */
export function clozeBody({ passage }: QuestionOf<'cloze'>) {
  const gaps = passage.filter((part) => typeof part !== 'string');
  const noOf = (gap: Gap) => gaps.indexOf(gap) + 1;
  const mapped = gaps.filter(({ kind }) => kind !== 'numeric');
  const sum = mapped.map((gap) => `<qti-map-response identifier="${idOf(noOf(gap))}"/>`).join('');
  const total =
    mapped.length > 0
      ? `<qti-set-outcome-value identifier="SCORE"><qti-sum>${sum}</qti-sum></qti-set-outcome-value>`
      : '';
  const programs = gaps.map((gap, at) => (gap.kind === 'numeric' ? rangesOf(gap, at + 1) : ''));
  const inline = passage.map((part) =>
    typeof part === 'string' ? html(part) : interactionOf(part, noOf(part)),
  );
  return {
    declaration: gaps.map((gap, at) => declarationOf(gap, at + 1)).join('\n'),
    interaction: `<div class="passage">${inline.join('')}</div>`,
    processing: `<qti-response-processing>${total}${programs.join('')}</qti-response-processing>`,
  };
}
