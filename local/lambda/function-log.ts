/** One line that a function wrote; `requestId` is null during init. Time in epoch milliseconds. */
export type LogLine = { readonly time: number; readonly requestId: string | null; readonly text: string };

const KEPT_LINES = 200;

/** The last lines of one function, for the inspector and for the tail that Invoke can return. */
export class FunctionLog {
  readonly #lines: LogLine[] = [];

  /** `text` may hold several lines; the end of the last one is not needed. */
  add(requestId: string | null, text: string, time: number): readonly string[] {
    const lines = text.replace(/\n$/, '').split('\n');
    this.#lines.push(...lines.map((line) => ({ time, requestId, text: line })));
    if (this.#lines.length > KEPT_LINES) this.#lines.splice(0, this.#lines.length - KEPT_LINES);
    return lines;
  }

  all(): readonly LogLine[] {
    return [...this.#lines];
  }

  of(requestId: string): readonly string[] {
    return this.#lines.filter((line) => line.requestId === requestId).map((line) => line.text);
  }
}
