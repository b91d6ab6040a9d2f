/** Tells a person what is being done and how long it took, one line per step. */
export class Steps {
  readonly #write: (line: string) => void;
  readonly #now: () => number;

  constructor(
    write: (line: string) => void = (line) => console.log(line),
    now: () => number = () => performance.now(),
  ) {
    this.#write = write;
    this.#now = now;
  }

  /** `work` may return a word about its result, which is shown beside the time. */
  async run<T>(title: string, work: (note: (text: string) => void) => Promise<T> | T): Promise<T> {
    const began = this.#now();
    let note = '';
    this.#write(`  ${title} ...`);
    const result = await work((text) => {
      note = `, ${text}`;
    });
    this.#write(`  ${title}: ${((this.#now() - began) / 1000).toFixed(1)} s${note}`);
    return result;
  }
}
