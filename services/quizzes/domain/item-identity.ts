import { createHash } from 'node:crypto';
import { fold } from '#shared/text/vietnamese.ts';
import type { Question } from './question.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Members in a fixed order, so that equal questions give equal text. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
};

/** Names what a question says, key and feedback included: any change of content is another hash. */
export const contentHash = (question: Question): string => digest(JSON.stringify(canonical(question)));

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of a question in its course's bank, derived from the course and the title: importing the question again
 * meets the same item without a look-up, also when two people import at once. 128 bits in the form of every other id.
 */
export const itemIdOf = (courseId: string, title: string): string => {
  let bits = BigInt(`0x${digest(`${courseId}\n${fold(title)}`).slice(0, 32)}`);
  const letters: string[] = [];
  for (let place = 0; place < 26; place += 1) {
    letters.unshift(CROCKFORD[Number(bits % 32n)] ?? '0');
    bits /= 32n;
  }
  return letters.join('');
};
