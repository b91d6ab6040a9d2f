import type { Refused } from '../api/types.ts';
import { type Resource, useResource } from './use-resource.ts';

type Listed = { readonly next?: string | undefined };
export type Pages<Row> = {
  readonly rows: readonly Row[];
  /** Fetches the next page; absent at the end. */
  readonly more?: () => Promise<void>;
  /** Fetches all further pages, telling how many rows are there already; absent at the end. */
  readonly all?: (onRows: (rows: number) => void) => Promise<AllRows<Row>>;
};
export type AllRows<Row> = { readonly ok: true; readonly rows: readonly Row[] } | Refused;
type Kept<Row> = { readonly rows: readonly Row[]; readonly next: string | undefined };

/** A list that comes in pages: the first at once, the others when asked for. */
export const usePages = <T extends Listed, Row>(
  load: (cursor: string | undefined) => Promise<{ readonly ok: true; readonly body: T } | Refused>,
  rowsOf: (body: T) => readonly Row[],
  deps: readonly unknown[],
): Resource<Pages<Row>> => {
  const page = async (before: readonly Row[], cursor: string | undefined) => {
    const answer = await load(cursor);
    if (!answer.ok) return answer;
    const body: Kept<Row> = { rows: [...before, ...rowsOf(answer.body)], next: answer.body.next };
    return { ok: true as const, body };
  };
  const first = useResource(() => page([], undefined), deps);
  const { data, replace, ...rest } = first;
  const more = async (): Promise<void> => {
    if (!data?.next) return;
    const answer = await page(data.rows, data.next);
    if (answer.ok) replace(answer.body);
  };
  const all = async (onRows: (rows: number) => void): Promise<AllRows<Row>> => {
    let kept: Kept<Row> = data ?? { rows: [], next: undefined };
    while (kept.next) {
      onRows(kept.rows.length);
      const answer = await page(kept.rows, kept.next);
      if (!answer.ok) return answer;
      kept = answer.body;
    }
    replace(kept);
    return { ok: true, rows: kept.rows };
  };
  const shown: Pages<Row> | undefined = data && { rows: data.rows, ...(data.next && { more, all }) };
  return {
    ...rest,
    ...(shown && { data: shown }),
    replace: ({ rows }) => replace({ rows, next: undefined }),
  };
};
