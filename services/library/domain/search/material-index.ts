import { PLACES, type Searchable } from './searchable.ts';
import { markedSyllablesOf, syllablesOf } from './syllables.ts';
import { Vocabulary } from './vocabulary.ts';

export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

export interface SearchAnswer {
  /** Best first; equals in the order of their ids, so that pages of an answer fit together. */
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** The words that were looked for instead, when what was typed is found nowhere. */
  readonly corrected?: string;
}

export interface SearchRequest {
  readonly query: string;
  /** Every one of them has to be a facet of the material. */
  readonly facets?: readonly string[];
  readonly limit: number;
}

/** Saturation and length normalisation of BM25F (Robertson and Zaragoza 2009, section 3.6), with their usual values. */
const K1 = 1.2;
const B = 0.75;
/** Whoever types more than this knows the title; every word costs a walk through its materials. */
const MOST_WORDS = 10;
/** A query with more words is not guessed at: every word has its own guesses. */
const MOST_GUESSED_WORDS = 6;
const ADJACENT = 1.5;
const SAME_MARKS = 1.25;
/** The index is closed up when so much of it is of materials that were replaced or taken off. */
const STALE_PART = 0.25;

/** No texts: the words are in the lists, and whoever shows lines has them. */
interface Entry {
  readonly id: string;
  readonly facets: ReadonlySet<string>;
  /** Words of the title with spaces around each, folded and as written. */
  readonly titleRun: string;
  readonly markedRun: string;
}

const runOf = (words: readonly string[]) => ` ${words.join(' ')} `;

const entryOf = (source: Searchable): Entry => ({
  id: source.id,
  facets: new Set(source.facets),
  titleRun: runOf(syllablesOf(source.title)),
  markedRun: runOf(markedSyllablesOf(source.title)),
});

/** How much each word tells about a material: frequency in each place, by the length of the place. */
function weighWords(source: Searchable): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { place, boost, usualWords } of PLACES) {
    const words = syllablesOf(source[place]);
    const step = boost / (1 - B + (B * words.length) / usualWords);
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + step);
  }
  return weights;
}

/**
 * The materials that can be looked for, in memory. Vietnamese is written in some thousand syllables once the marks are
 * folded, so every word is in hundreds of materials: lists of numbers are walked here, not objects.
 */
export class MaterialIndex {
  #entries: (Entry | undefined)[] = [];
  #docOf = new Map<string, number>();
  #words = new Vocabulary();
  /** Whether something was taken off since the words were counted. */
  #isMiscounted = false;

  get size(): number {
    return this.#docOf.size;
  }

  /** Takes a material in, or in place of what was known of it. */
  put(source: Searchable): void {
    this.remove(source.id);
    const doc = this.#entries.length;
    this.#entries.push(entryOf(source));
    this.#docOf.set(source.id, doc);
    for (const [word, weight] of weighWords(source)) this.#words.add(word, doc, weight / (K1 + weight));
  }

  remove(id: string): void {
    const doc = this.#docOf.get(id);
    if (doc === undefined) return;
    this.#entries[doc] = undefined;
    this.#docOf.delete(id);
    this.#isMiscounted = true;
    if (this.#entries.length - this.size > STALE_PART * this.#entries.length + 100) this.#closeUp();
  }

  /** Materials with every word of the query, the last of which may be half typed; an empty query finds nothing. */
  search({ query, facets = [], limit }: SearchRequest): SearchAnswer {
    const words = syllablesOf(query).slice(0, MOST_WORDS);
    if (words.length === 0) return { hits: [], total: 0 };
    const exact = this.#find(words, query, facets, limit);
    if (exact.total > 0) return exact;
    const corrected = words.length <= MOST_GUESSED_WORDS ? this.#correct(words) : undefined;
    if (!corrected) return exact;
    const answer = this.#find(corrected, corrected.join(' '), facets, limit);
    return answer.total > 0 ? { ...answer, corrected: corrected.join(' ') } : exact;
  }

  /** Gives the documents that are left new numbers, in the order of the old. */
  #closeUp(): void {
    const left = this.#entries.flatMap((entry) => (entry ? [entry] : []));
    this.#docOf = new Map(left.map(({ id }, doc) => [id, doc]));
    this.#words = this.#words.renumbered(this.#entries.map((entry) => entry && this.#docOf.get(entry.id)));
    this.#entries = left;
  }

  #find(words: readonly string[], query: string, facets: readonly string[], limit: number): SearchAnswer {
    const scores = this.#scores(words);
    const marked = markedSyllablesOf(query);
    const hits: SearchHit[] = [];
    for (let doc = 0; doc < scores.length; doc += 1) {
      const entry = (scores[doc] ?? 0) > 0 ? this.#entries[doc] : undefined;
      if (!entry || !facets.every((facet) => entry.facets.has(facet))) continue;
      hits.push({ id: entry.id, score: (scores[doc] ?? 0) * closeness(entry, words, marked) });
    }
    hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { hits: hits.slice(0, limit), total: hits.length };
  }

  /** For each document the sum over the words of what they tell, or 0 where one of them is missing. */
  #scores(words: readonly string[]): Float32Array {
    const size = this.#entries.length;
    const scores = new Float32Array(size);
    for (const [place, word] of words.entries()) {
      const told = this.#toldBy(word, place === words.length - 1, size);
      for (let doc = 0; doc < size; doc += 1) {
        const here = told[doc] ?? 0;
        const before = scores[doc] ?? 0;
        scores[doc] = here > 0 && (place === 0 || before > 0) ? before + here : 0;
      }
    }
    return scores;
  }

  #toldBy(word: string, mayBeHalf: boolean, size: number): Float32Array {
    const told = new Float32Array(size);
    this.#words.postingsOf(word)?.raise(told, this.#rarity(word));
    if (!mayBeHalf) return told;
    for (const longer of this.#words.startingWith(word)) {
      // A word typed in full counts more than the beginning of another.
      this.#words.postingsOf(longer)?.raise(told, (this.#rarity(longer) * word.length) / (longer.length + 1));
    }
    return told;
  }

  /** Inverse document frequency, as in BM25; never below zero. */
  #rarity(word: string): number {
    const inDocs = this.#words.postingsOf(word)?.count ?? 0;
    return Math.log(1 + (this.#entries.length - inDocs + 0.5) / (inDocs + 0.5));
  }

  /** A word of what was taken off would pass for known, and be guessed. */
  #recount(): void {
    if (this.#isMiscounted) this.#words.recount(Uint8Array.from(this.#entries, (entry) => (entry ? 1 : 0)));
    this.#isMiscounted = false;
  }

  /** The query with the one word changed that then finds most; with every unknown word changed if one is not enough. */
  #correct(words: readonly string[]): readonly string[] | undefined {
    this.#recount();
    const base = words.map((word) =>
      this.#words.has(word) ? word : (this.#words.neighbours(word)[0] ?? word),
    );
    let best: { readonly words: readonly string[]; readonly found: number } | undefined;
    for (const [place, typed] of words.entries()) {
      for (const guess of [base[place] ?? typed, ...this.#words.neighbours(typed)]) {
        const tried = base.with(place, guess);
        const found = this.#scores(tried).reduce(
          (count, score, doc) => count + (score > 0 && this.#entries[doc] ? 1 : 0),
          0,
        );
        if (found > (best?.found ?? 0)) best = { words: tried, found };
      }
    }
    return best?.words;
  }
}

/** What stands together in the title as it was typed, and with the same marks, is what was meant. */
function closeness(entry: Entry, words: readonly string[], marked: readonly string[]): number {
  const together = entry.titleRun.includes(` ${words.join(' ')}`) ? ADJACENT : 1;
  const sameMarks = entry.markedRun.includes(` ${marked.join(' ')}`) ? SAME_MARKS : 1;
  return together * sameMarks;
}
