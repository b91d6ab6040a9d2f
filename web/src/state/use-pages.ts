import { useRef } from 'preact/hooks';
import type { Refused } from '../api/types.ts';
import { createGathering, type Kept, type KeptAnswer } from './gather-pages.ts';
import { type Resource, useResource } from './use-resource.ts';

type Listed = { readonly next?: string | undefined };
export type Pages<Row> = {
  readonly rows: readonly Row[];
  /** Fetches the next page; absent at the end. */
  readonly more?: () => Promise<{ readonly ok: true; readonly body: undefined } | Refused>;
  /** Fetches all further pages, telling how many rows are there already; absent at the end. */
  readonly all?: (onRows: (rows: number) => void) => Promise<AllRows<Row>>;
};
export type AllRows<Row> = { readonly ok: true; readonly rows: readonly Row[] } | Refused;

/**
 * A list that comes in pages: the first at once, the others when asked for. Pages that arrive after the list was asked
 * for anew, with other words or because it changed, are dropped: they belong to a list that is no longer shown.
 */
export const usePages = <T extends Listed, Row>(
  load: (cursor: string | undefined) => Promise<{ readonly ok: true; readonly body: T } | Refused>,
  rowsOf: (body: T) => readonly Row[],
  deps: readonly unknown[],
): Resource<Pages<Row>> => {
  const page = async ({ rows, next }: Kept<Row>): Promise<KeptAnswer<Row>> => {
    const answer = await load(next);
    if (!answer.ok) return answer;
    return { ok: true, body: { rows: [...rows, ...rowsOf(answer.body)], next: answer.body.next } };
  };
  const first = useResource(() => page({ rows: [], next: undefined }), deps);
  const { data, replace, ...rest } = first;
  const gather = useRef(createGathering<Row>());
  const shownNow = useRef(data);
  shownNow.current = data;

  const showAfter = (before: Kept<Row>, answer: KeptAnswer<Row>): void => {
    if (answer.ok && shownNow.current === before) replace(answer.body);
  };
  const pagesAfter = (before: Kept<Row>): Omit<Pages<Row>, 'rows'> => ({
    more: async () => {
      const answer = await page(before);
      showAfter(before, answer);
      return answer.ok ? { ok: true, body: undefined } : answer;
    },
    all: async (onRows) => {
      const answer = await gather.current(before, page, onRows);
      showAfter(before, answer);
      return answer.ok ? { ok: true, rows: answer.body.rows } : answer;
    },
  });
  const shown: Pages<Row> | undefined = data && { rows: data.rows, ...(data.next && pagesAfter(data)) };
  return {
    ...rest,
    ...(shown && { data: shown }),
    replace: ({ rows }) => replace({ rows, next: undefined }),
  };
};
