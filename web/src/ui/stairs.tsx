type Props = {
  readonly done: number;
  readonly of: number;
  readonly label: string;
  /** Something that was reached, not a way to go on: no step is the next. */
  readonly isReached?: true;
};

/** Progress as a rising stair: leaf green for steps taken, yellow for the one to take now. */
export const Stairs = ({ done, of, label, isReached }: Props) => (
  <ol class="stairs" aria-label={label}>
    {Array.from({ length: of }, (_, at) => (
      <li
        key={at}
        class={at < done ? 'done' : at === done && !isReached ? 'now' : undefined}
        style={{ height: `${28 + (72 * (at + 1)) / of}%` }}
      />
    ))}
  </ol>
);

/** How much of something is done, as a bar with its text. Whole percent. */
export const Bar = ({ percent, label }: { percent: number; label: string }) => (
  <div
    class="bar"
    role="progressbar"
    aria-label={label}
    aria-valuenow={percent}
    aria-valuemin={0}
    aria-valuemax={100}
  >
    <span style={{ width: `${percent}%` }} />
  </div>
);
