import { Postings } from './postings.ts';
import { isOneTypoApart } from './syllables.ts';

/** Two letters have too many neighbours for a guess. */
const SHORTEST_TYPO = 3;
/** What a guess may cost: so many words are tried for one that was typed, the most frequent first. */
const GUESSES_PER_WORD = 8;

/** Every word of an index with the documents it is in: found as it is, by its beginning, or by what is typed for it. */
export class Vocabulary {
  readonly #postings = new Map<string, Postings>();
  #sorted: readonly string[] = [];
  #isUnsorted = false;

  /** Undefined for an unknown word. */
  postingsOf(word: string): Postings | undefined {
    return this.#postings.get(word);
  }

  /** Notes how much a word tells about a document; `doc` is above every one that the word was noted of before. */
  add(word: string, doc: number, weight: number): void {
    this.#knownOrNew(word).add(doc, weight);
  }

  /** Counts anew how frequent each word is: in the documents that are 1 by their numbers. */
  recount(listed: Uint8Array): void {
    for (const postings of this.#postings.values()) postings.recount(listed);
  }

  /** Whether a word is in a document that is listed, as they were counted last. */
  has(word: string): boolean {
    return this.#frequency(word) > 0;
  }

  /** The same with other numbers of documents, by their places and ascending as before; without those that have none. */
  renumbered(numbers: readonly (number | undefined)[]): Vocabulary {
    const next = new Vocabulary();
    for (const [word, postings] of this.#postings) {
      const left = postings.renumbered(numbers);
      if (left.count > 0) next.#postings.set(word, left);
    }
    next.#isUnsorted = true;
    return next;
  }

  /** Longer words that begin with a prefix, in the order of the letters. */
  *startingWith(prefix: string): Generator<string> {
    const words = this.#inOrder();
    for (let at = lowerBound(words, prefix); words[at]?.startsWith(prefix); at += 1) {
      const word = words[at];
      if (word !== undefined && word !== prefix) yield word;
    }
  }

  /** Known words one typo away, the most frequent first. */
  neighbours(word: string): readonly string[] {
    if (word.length < SHORTEST_TYPO) return [];
    return this.#inOrder()
      .filter((known) => known !== word && isOneTypoApart(word, known) && this.has(known))
      .toSorted((a, b) => this.#frequency(b) - this.#frequency(a))
      .slice(0, GUESSES_PER_WORD);
  }

  #frequency(word: string): number {
    return this.#postings.get(word)?.listed ?? 0;
  }

  #knownOrNew(word: string): Postings {
    const known = this.#postings.get(word);
    if (known) return known;
    const postings = new Postings();
    this.#postings.set(word, postings);
    this.#isUnsorted = true;
    return postings;
  }

  #inOrder(): readonly string[] {
    if (this.#isUnsorted) this.#sorted = [...this.#postings.keys()].toSorted();
    this.#isUnsorted = false;
    return this.#sorted;
  }
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
