import { type GIFTQuestion, SyntaxError as GrammarError, parse } from 'gift-pegjs';
import { competenceOf } from '../competence.ts';
import { type Found, type ItemFile, itemFileOf, MAX_QUESTIONS, type Refused } from '../item-file.ts';
import { PLAIN_RUBRIC, rubricIn } from '../rubric-text.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Asked, type EssayMarking, questionOf } from './question-of.ts';

/** Longer runs of lines are no question, and the grammar need not be asked. Characters. */
const MAX_BLOCK = 20_000;
const MARKER = /^\/\/\s*competence:\s*(?<code>\S+)(?:\s+level:\s*(?<level>\S+))?\s*$/;

const isComment = (line: string): boolean => line.startsWith('//');
/** How many lines of comments stand above the question. */
const commentsAbove = ({ text }: Block): number => text.split('\n').findIndex((line) => !isComment(line));

/** The mark counts when it is the comment directly above the question. */
const markOf = (block: Block): ReturnType<typeof competenceOf> => {
  const marker = MARKER.exec(block.text.split('\n')[commentsAbove(block) - 1] ?? '')?.groups;
  return marker ? competenceOf(marker.code ?? '', marker.level) : {};
};

/** What the comments above an essay say of its marking; undefined where none says how. */
const markingOf = ({ text }: Block): EssayMarking | undefined => {
  const comments = text.split('\n').filter(isComment);
  const rubric = rubricIn(comments.flatMap((line) => /^\/\/\s*rubric:\s*(.+)$/.exec(line)?.[1] ?? []));
  const { from, to } =
    comments.join('\n').match(/^\/\/\s*words:\s*(?<from>\d*)\.\.(?<to>\d*)\s*$/m)?.groups ?? {};
  const [minWords, maxWords] = [from, to].map(Number);
  return rubric && { rubric, ...(minWords && { minWords }), ...(maxWords && { maxWords }) };
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

const titleIn = (block: Block): string | undefined => /^::(.+?)::/m.exec(block.text)?.[1]?.trim();

const isAsked = (question: Exclude<GIFTQuestion, { type: 'Category' }>): question is Asked =>
  question.type !== 'Description';

function readBlock(block: Block): Found | undefined {
  const line = block.firstLine + commentsAbove(block);
  const title = titleIn(block);
  const found = (read: Found['read'], at = line): Found => ({
    place: { line: at },
    ...(title && { title }),
    read,
  });
  if (block.text.length > MAX_BLOCK) return found({ code: 'too-long' });
  const parsed = parseBlock(block);
  if ('line' in parsed) return found({ code: 'syntax' }, parsed.line);
  const { question } = parsed;
  if (!question || question.type === 'Category') return undefined;
  if (!isAsked(question)) return found({ code: 'no-answers' });
  const competence = markOf(block);
  if ('code' in competence) return found(competence, line - 1);
  const marking = markingOf(block);
  const read = questionOf(question, competence, marking ?? { rubric: PLAIN_RUBRIC });
  if (typeof read === 'string') return found({ code: read });
  const isGuessed = question.type === 'Essay' && !marking;
  return { ...found(read), ...(isGuessed && { leftBehind: [{ code: 'rubric-made' }] }) };
}

/**
 * The questions of a GIFT file in its order, and every faulty one by its line; good questions are kept.
 * A text without a single brace cannot be meant as GIFT, which has no question without one.
 */
export function readGift(gift: string): ItemFile | Refused {
  if (!gift.includes('{')) return 'file-unreadable';
  const blocks = blocksOf(gift);
  if (blocks.length > MAX_QUESTIONS) return 'too-many-questions';
  return itemFileOf(blocks.flatMap((block) => readBlock(block) ?? []));
}
