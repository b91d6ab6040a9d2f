const HEARTBEAT_MS = 10_000;

type Terminal = { readonly write: (line: string) => void; readonly now: () => number };

/** Tells a person what is being done, as one of how many steps, that it still goes on, and how long it took. */
export class Steps {
  readonly #total: number;
  readonly #terminal: Terminal;
  #count = 0;

  constructor(
    total: number,
    terminal: Terminal = { write: (line) => console.log(line), now: () => performance.now() },
  ) {
    this.#total = total;
    this.#terminal = terminal;
  }

  /** `work` may note a word about its result, which is shown beside the time. */
  async run<T>(title: string, work: (note: (text: string) => void) => Promise<T> | T): Promise<T> {
    const { write, now } = this.#terminal;
    this.#count += 1;
    const step = `  ${this.#count}/${this.#total} ${title}`;
    const began = now();
    let note = '';
    write(`${step} ...`);
    const heartbeat = setInterval(() => write(`      ${Math.round((now() - began) / 1000)} s`), HEARTBEAT_MS);
    try {
      const result = await work((text) => {
        note = `, ${text}`;
      });
      write(`${step}: ${((now() - began) / 1000).toFixed(1)} s${note}`);
      return result;
    } finally {
      clearInterval(heartbeat);
    }
  }
}
