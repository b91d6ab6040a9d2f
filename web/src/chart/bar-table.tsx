import './bar-table.css';
import type { ComponentChildren } from 'preact';

export type BarRow = {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value as it is read. */
  readonly shown: string;
  /** What is said beside the value, such as how much lacks. */
  readonly more?: ComponentChildren;
  readonly look?: 'leaf' | 'sophora' | 'vermilion' | 'indigo';
};

type Props = {
  readonly caption: string;
  readonly head: readonly [string, string];
  readonly rows: readonly BarRow[];
  /** The value of a full bar. */
  readonly most: number;
  /** Where the black mark stands. */
  readonly target?: number | null;
};

const percentOf = (value: number, most: number): number =>
  most <= 0 ? 0 : Math.min(100, Math.max(0, (value * 100) / most));

const Line = ({ row, most, target }: { row: BarRow; most: number; target?: number | null | undefined }) => {
  const length = percentOf(row.value, most);
  const mark = target === null || target === undefined ? undefined : percentOf(target, most);
  return (
    <svg class="bar-line" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" y="3" width="100" height="14" rx="1" />
      {length > 0 && <rect class={`bar-${row.look ?? 'indigo'}`} y="3" width={length} height="14" rx="1" />}
      {mark !== undefined && <path class="bar-mark" d={`M${mark} 0V20`} />}
    </svg>
  );
};

/** Bars that are a table at the same time: name, bar, number. Nothing is told by colour alone. */
export const BarTable = ({ caption, head, rows, most, target }: Props) => (
  <div class="bar-box">
    <table class="bar-table">
      <caption class="unseen">{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <Line row={row} most={most} target={target} />
              <span>
                <b class="number">{row.shown}</b>
                {row.more}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
