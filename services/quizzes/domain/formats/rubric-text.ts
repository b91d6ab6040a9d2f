import type { Rubric } from '../items/rubric.ts';

/** For files that say an essay and nothing of how it is marked; its author writes a better one. */
export const PLAIN_RUBRIC: Rubric = {
  criteria: [{ name: 'Bài làm', levels: [10, 8, 6, 4, 2, 0].map((points) => ({ points, words: '' })) }],
};

const escaped = (text: string): string => text.replace(/[\\|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
const plain = (text: string): string => text.replace(/\\(.)/g, '$1').trim();

/**
 * A rubric as graders read it in other systems, which have a text for it and no more: a criterion a line, behind its
 * name each level with its points, "Đủ ý | 5: cả ba ý | 2: một ý | 0:".
 */
export const rubricLines = ({ criteria }: Rubric): readonly string[] =>
  criteria.map(({ name, levels }) =>
    [escaped(name), ...levels.map(({ points, words }) => `${points}: ${escaped(words)}`.trim())].join(' | '),
  );

/** Up to a bar that nothing escapes. */
const PART = /(?:[^\\|]|\\.)+/gs;

const levelOf = (part: string) => {
  const found = /^\s*(?<points>\d{1,3}):(?<words>.*)$/s.exec(part)?.groups;
  return found ? { points: Number(found.points), words: plain(found.words ?? '') } : undefined;
};

/** The rubric that such lines say; undefined for what somebody wrote freely. */
export function rubricIn(lines: readonly string[]): Rubric | undefined {
  const criteria = lines.map((line) => {
    const [name = '', ...rest] = line.match(PART) ?? [];
    return { name: plain(name), levels: rest.map(levelOf) };
  });
  const isWhole = criteria.every(({ name, levels }) => name !== '' && !levels.includes(undefined));
  if (lines.length === 0 || !isWhole) return undefined;
  return {
    criteria: criteria.map(({ name, levels }) => ({ name, levels: levels.flatMap((level) => level ?? []) })),
  };
}
