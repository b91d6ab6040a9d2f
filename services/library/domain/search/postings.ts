/** Which documents a word is in, ascending, and how much it tells about each. Grows; documents are only added at the end. */
export class Postings {
  #docs = new Uint32Array(4);
  #weights = new Float32Array(4);
  #count = 0;
  #listed = 0;

  get count(): number {
    return this.#count;
  }

  /** In how many documents the word is of those that there were when it was counted, and of those added since. */
  get listed(): number {
    return this.#listed;
  }

  /** `doc` is above every one added before. */
  add(doc: number, weight: number): void {
    if (this.#count === this.#docs.length) this.#grow();
    this.#docs[this.#count] = doc;
    this.#weights[this.#count] = weight;
    this.#count += 1;
    this.#listed += 1;
  }

  /** Counts the documents anew that are listed, by their numbers: others are 0. */
  recount(listed: Uint8Array): void {
    this.#listed = 0;
    for (let i = 0; i < this.#count; i += 1) this.#listed += listed[this.#docs[i] ?? 0] ?? 0;
  }

  /** Raises each document's entry of `into` to at least what this word tells about it, times `factor`. */
  raise(into: Float32Array, factor: number): void {
    for (let i = 0; i < this.#count; i += 1) {
      const doc = this.#docs[i] ?? 0;
      const told = (this.#weights[i] ?? 0) * factor;
      if (told > (into[doc] ?? 0)) into[doc] = told;
    }
  }

  /** With other numbers of documents, ascending as before; without those that have none. */
  renumbered(numbers: readonly (number | undefined)[]): Postings {
    const next = new Postings();
    for (let i = 0; i < this.#count; i += 1) {
      const doc = numbers[this.#docs[i] ?? 0];
      if (doc !== undefined) next.add(doc, this.#weights[i] ?? 0);
    }
    return next;
  }

  #grow(): void {
    const size = this.#docs.length * 2;
    const docs = new Uint32Array(size);
    const weights = new Float32Array(size);
    docs.set(this.#docs);
    weights.set(this.#weights);
    this.#docs = docs;
    this.#weights = weights;
  }
}
