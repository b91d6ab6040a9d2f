import { N } from './test-table.ts';

/** An item as a plain value: `topic` and `place` are the key of an index, `hits` is a counter. */
export type Row = { pk: string; sk: number; hits?: number; topic?: string; place?: number; list?: number[] };
export type Guard = 'none' | 'absent' | 'present' | 'popular';
export type Write = {
  kind: 'put' | 'hit' | 'move' | 'append' | 'clear' | 'delete' | 'check';
  guard: Guard;
  row: Row;
};
export type Read = { pk: string; sk: number; upTo: number; forward: boolean; limit: number; topic: string };

const idOf = ({ pk, sk }: Row) => `${pk}/${sk}`;
type Condition = { holds: (row?: Row) => boolean; expression?: string; values?: object };
export const GUARDS: Record<Guard, Condition> = {
  none: { holds: () => true },
  absent: { holds: (row?: Row) => row === undefined, expression: 'attribute_not_exists(pk)' },
  present: { holds: (row?: Row) => row !== undefined, expression: 'attribute_exists(pk)' },
  popular: {
    holds: (row?: Row) => (row?.hits ?? 0) >= 2,
    expression: 'hits >= :two',
    values: { ':two': N(2) },
  },
};

/** The row after a write; undefined when it is gone, 'invalid' when DynamoDB refuses it. */
function after({ kind, row }: Write, old: Row | undefined): Row | undefined | 'invalid' {
  const base = old ?? { pk: row.pk, sk: row.sk };
  if (kind === 'put') return row;
  if (kind === 'delete') return undefined;
  if (kind === 'check') return old;
  if (kind === 'hit') return { ...base, hits: (base.hits ?? 0) + 1 };
  if (kind === 'append') return base.list ? { ...base, list: [...base.list, row.sk] } : 'invalid';
  const { topic: _topic, ...rest } = base;
  return kind === 'clear' ? rest : { ...base, topic: row.topic ?? 'none', place: row.place ?? 0 };
}

/** What DynamoDB must do, on a map of plain rows: the reference that the engine is compared with. */
export class Model {
  rows = new Map<string, Row>();

  /** The error's name, or undefined. */
  write(write: Write): string | undefined {
    const old = this.rows.get(idOf(write.row));
    if (!GUARDS[write.guard].holds(old)) return 'ConditionalCheckFailedException';
    const row = after(write, old);
    if (row === 'invalid') return 'ValidationException';
    if (row) this.rows.set(idOf(row), row);
    else this.rows.delete(idOf(write.row));
    return undefined;
  }

  transact(writes: readonly Write[]): string | undefined {
    const before = new Map(this.rows);
    const failed = writes.map((write) => this.write(write)).some((error) => error !== undefined);
    if (!failed) return undefined;
    this.rows = before;
    return 'TransactionCanceledException';
  }

  partition({ pk, sk, upTo, forward }: Read): Row[] {
    const found = [...this.rows.values()].filter((row) => row.pk === pk && row.sk >= sk && row.sk <= upTo);
    const sorted = found.toSorted((a, b) => a.sk - b.sk);
    return forward ? sorted : sorted.toReversed();
  }

  places(topic: string): (number | undefined)[] {
    const found = [...this.rows.values()].filter((row) => row.topic === topic && row.place !== undefined);
    return found.map(({ place }) => place).toSorted((a, b) => (a ?? 0) - (b ?? 0));
  }
}
