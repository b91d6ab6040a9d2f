import { type GIFTQuestion, SyntaxError as GrammarError, parse } from 'gift-pegjs';
import { CompetenceCode } from '#shared/contract/values.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { FaultCode } from '../../../contract.ts';
import type { Question } from '../../question.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { GiftFault } from './faults.ts';
import { type Asked, questionOf } from './question-of.ts';

/** Sixty questions of this size still fit one attempt's item in the table, 400 KB. Bytes of JSON. */
const MAX_QUESTION_BYTES = 6000;
/** Longer runs of lines are no question, and the grammar need not be asked. Characters. */
const MAX_BLOCK = 20_000;
/** Of a faulty question, as the report shows it. Characters. */
const MAX_TITLE = 100;
const MAX_QUESTIONS = 1000;
const LEVEL = /^(CB|TC|NC|CS)[12]$/;
const MARKER = /^\/\/\s*competence:\s*(?<code>\S+)(?:\s+level:\s*(?<level>\S+))?\s*$/;

type Marked = Pick<Question, 'competenceCode' | 'level'> | 'unknown-competence';

const isComment = (line: string): boolean => line.startsWith('//');
/** How many lines of comments stand above the question. */
const commentsAbove = ({ text }: Block): number => text.split('\n').findIndex((line) => !isComment(line));

/** The mark counts when it is the comment directly above the question. */
const competenceOf = (block: Block): Marked => {
  const marker = MARKER.exec(block.text.split('\n')[commentsAbove(block) - 1] ?? '')?.groups;
  if (!marker) return {};
  const { code = '', level } = marker;
  if (!CompetenceCode.safeParse(code).success) return 'unknown-competence';
  if (level !== undefined && !LEVEL.test(level)) return 'unknown-competence';
  return { competenceCode: code, ...(level && { level }) };
};

type Parsed = { readonly question: GIFTQuestion | undefined } | { readonly line: number };

/** `line` is where the grammar stopped. A block of comments alone holds no question. */
const parseBlock = (block: Block): Parsed => {
  if (commentsAbove(block) === -1) return { question: undefined };
  try {
    return { question: parse(block.text)[0] };
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    return { line: block.firstLine + error.location.start.line - 1 };
  }
};

const titleIn = (block: Block): string | undefined =>
  /^::(.+?)::/m.exec(block.text)?.[1]?.trim().slice(0, MAX_TITLE);

const isAsked = (question: Exclude<GIFTQuestion, { type: 'Category' }>): question is Asked =>
  question.type !== 'Description' && question.type !== 'Essay';

function readBlock(block: Block): Question | { code: FaultCode; line: number } | undefined {
  const begins = block.firstLine + commentsAbove(block);
  const fault = (code: FaultCode, line = begins) => ({ code, line });
  if (block.text.length > MAX_BLOCK) return fault('too-long');
  const parsed = parseBlock(block);
  if ('line' in parsed) return fault('syntax', parsed.line);
  const { question } = parsed;
  if (!question || question.type === 'Category') return undefined;
  if (!isAsked(question)) return fault(question.type === 'Essay' ? 'essay' : 'no-answers');
  const competence = competenceOf(block);
  if (competence === 'unknown-competence') return fault(competence, begins - 1);
  const read = questionOf(question, competence);
  if (typeof read === 'string') return fault(read);
  return Buffer.byteLength(JSON.stringify(read)) > MAX_QUESTION_BYTES ? fault('too-long') : read;
}

export type GiftFile = { readonly questions: readonly Question[]; readonly faults: readonly GiftFault[] };

/**
 * The questions of a GIFT file in its order, and every faulty one by its line; good questions are kept.
 * A second question of the same title is a fault, because the title tells items of a bank apart.
 * A text without a single brace cannot be meant as GIFT, which has no question without one.
 */
export function readGift(gift: string): GiftFile | 'gift-unreadable' | 'too-many-questions' {
  if (!gift.includes('{')) return 'gift-unreadable';
  const blocks = blocksOf(gift);
  if (blocks.length > MAX_QUESTIONS) return 'too-many-questions';
  const questions = new Map<string, Question>();
  const faults: GiftFault[] = [];
  for (const block of blocks) {
    const read = readBlock(block);
    if (!read) continue;
    const title = titleIn(block);
    if ('code' in read) {
      faults.push({ ...read, ...(title && { title }) });
    } else if (questions.has(fold(read.title))) {
      faults.push({
        line: block.firstLine + commentsAbove(block),
        ...(title && { title }),
        code: 'title-twice',
      });
    } else {
      questions.set(fold(read.title), read);
    }
  }
  return { questions: [...questions.values()], faults };
}
