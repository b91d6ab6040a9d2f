import { OPENING, type SplitPractice, splitPractice } from './practice-lines.ts';

/** Text with emphasis inside one block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | Practice;

/** Something to try in the middle of a lesson: a question to tap an answer to, or things to do and tick off. */
export type Practice = {
  readonly kind: 'practice';
  readonly form: SplitPractice['form'];
  readonly title: readonly Inline[];
  /** What is asked about, for example a message that might be a scam. */
  readonly before: readonly Block[];
  readonly options: readonly { readonly parts: readonly Inline[]; readonly isRight: boolean }[];
  /** Why; shown once an answer was tapped, or below the things to do. */
  readonly after: readonly Block[];
};

const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBERED = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const MARKS = [
  { mark: '**', kind: 'strong' },
  { mark: '__', kind: 'strong' },
  { mark: '*', kind: 'emphasis' },
  { mark: '_', kind: 'emphasis' },
] as const;

type Span = { readonly kind: 'strong' | 'emphasis'; readonly inner: string; readonly end: number };

/** The emphasised span that begins at `at`, if one does: a mark, something, and the same mark again. */
const spanAt = (text: string, at: number): Span | undefined => {
  for (const { mark, kind } of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const from = at + mark.length;
    const to = text.indexOf(mark, from + 1);
    const inner = to === -1 ? '' : text.slice(from, to);
    if (inner !== '' && !/^\s|\s$/.test(inner)) return { kind, inner, end: to + mark.length };
  }
  return undefined;
};

/** Splits a line into plain and emphasised text. A mark without its partner stays as it was typed. */
export const parseInline = (text: string): readonly Inline[] => {
  const parts: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const span = spanAt(text, at);
    if (!span) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push({ kind: span.kind, parts: parseInline(span.inner) });
    at = span.end;
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
};

/** The words of a line without its emphasis. */
export const wordsOf = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : wordsOf(part.parts))).join('');

const isBlank = (line: string) => line.trim() === '';
const startsBlock = (line: string) =>
  isBlank(line) || [HEADING, BULLET, NUMBERED, QUOTE, OPENING].some((rule) => rule.test(line));

/** Takes the lines from `at` on that continue a block, joined to one. */
const takeText = (lines: readonly string[], at: number): { text: string; next: number } => {
  let next = at;
  while (next < lines.length && !startsBlock(lines[next] ?? '')) next += 1;
  return {
    text: lines
      .slice(at, next)
      .map((line) => line.trim())
      .join(' '),
    next,
  };
};

type Taken = { readonly block: Block; readonly next: number };

const takeList = (lines: readonly string[], at: number, rule: RegExp): Taken => {
  const items: (readonly Inline[])[] = [];
  let next = at;
  for (let found = rule.exec(lines[next] ?? ''); found; found = rule.exec(lines[next] ?? '')) {
    const more = takeText(lines, next + 1);
    items.push(parseInline([found[1], more.text].filter(Boolean).join(' ')));
    next = more.next;
  }
  return { block: { kind: 'list', ordered: rule === NUMBERED, items }, next };
};

const takeQuote = (lines: readonly string[], at: number): Taken => {
  let next = at;
  while (QUOTE.test(lines[next] ?? '')) next += 1;
  const inner = lines.slice(at, next).map((line) => QUOTE.exec(line)?.[1] ?? '');
  return { block: { kind: 'quote', blocks: parseMarkdown(inner.join('\n')) }, next };
};

const takePractice = (lines: readonly string[], at: number): Taken => {
  const { form, title, before, options, after, next } = splitPractice(lines, at);
  const block = {
    kind: 'practice',
    form,
    title: parseInline(title),
    before: parseMarkdown(before),
    options: options.map(({ text, isRight }) => ({ parts: parseInline(text), isRight })),
    after: parseMarkdown(after),
  } as const;
  return { block, next };
};

const takeBlock = (lines: readonly string[], at: number): Taken => {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) {
    const block = {
      kind: 'heading',
      level: heading[1]?.length ?? 1,
      parts: parseInline(heading[2] ?? ''),
    } as const;
    return { block, next: at + 1 };
  }
  if (OPENING.test(line)) return takePractice(lines, at);
  if (QUOTE.test(line)) return takeQuote(lines, at);
  if (NUMBERED.test(line)) return takeList(lines, at, NUMBERED);
  if (BULLET.test(line)) return takeList(lines, at, BULLET);
  const { text, next } = takeText(lines, at);
  return { block: { kind: 'paragraph', parts: parseInline(text) }, next };
};

/**
 * The part of Markdown that lessons use: headings, paragraphs, lists, emphasis and block quotes, and one block of their own,
 * the practice (see practice-lines.ts). There is no HTML: what looks like a tag is text, because the result is drawn as text nodes only.
 */
export const parseMarkdown = (text: string): readonly Block[] => {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at] ?? '')) {
      at += 1;
      continue;
    }
    const { block, next } = takeBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
};
