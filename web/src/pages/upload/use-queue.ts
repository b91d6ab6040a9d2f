import { useEffect, useRef, useState } from 'preact/hooks';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import { createGathering, type Kept, type KeptAnswer } from '../../state/gather-pages.ts';
import type { Pages } from '../../state/use-pages.ts';
import { type Resource, usePolling, useResource } from '../../state/use-resource.ts';
import { isAwaited, withSent } from './queue-filter.ts';

/** Between two looks at what the machines are at, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

type Queue = Resource<{ readonly assets: readonly MediaAsset[] }> & { readonly pages: Pages<MediaAsset> };

const pageAfter = async ({ rows, next }: Kept<MediaAsset>): Promise<KeptAnswer<MediaAsset>> => {
  const answer = await api.listMedia({ query: { cursor: next } });
  if (!answer.ok) return answer;
  return { ok: true, body: { rows: [...rows, ...answer.body.assets], next: answer.body.next } };
};

/**
 * The upload queue, newest first. Its first page is asked for again while something on it moves; older pages stay as they
 * came, below it. `sent` names what this tab has sent.
 */
export const useQueue = (sent: readonly string[] = []): Queue => {
  const first = useResource(() => api.listMedia(), []);
  const [older, setOlder] = useState<Kept<MediaAsset>>();
  const gather = useRef(createGathering<MediaAsset>());
  const newest = withSent(first.data?.assets ?? [], sent);
  const isNew = new Set(newest.map(({ assetId }) => assetId));
  const assets = [...newest, ...(older?.rows ?? []).filter(({ assetId }) => !isNew.has(assetId))];
  const here: Kept<MediaAsset> = { rows: older?.rows ?? [], next: older ? older.next : first.data?.next };
  usePolling(first.reload, LOOK_EVERY_MS, isAwaited(sent, newest));
  const from = useRef(here);
  if (from.current.rows !== here.rows || from.current.next !== here.next) from.current = here;
  const more: Omit<Pages<MediaAsset>, 'rows'> = {
    more: async () => {
      const answer = await pageAfter(here);
      if (answer.ok) setOlder(answer.body);
      return answer.ok ? { ok: true, body: undefined } : answer;
    },
    all: async (onRows) => {
      const answer = await gather.current(from.current, pageAfter, onRows);
      if (answer.ok) setOlder(answer.body);
      return answer.ok ? { ok: true, rows: [...newest, ...answer.body.rows] } : answer;
    },
  };
  return {
    ...first,
    data: first.data && { assets },
    replace: () => undefined,
    pages: { rows: assets, ...(here.next && more) },
  };
};

/** Asks again whenever something was moved. */
export const useReloadOn = (moves: number, reload: () => Promise<void>): void => {
  useEffect(() => {
    if (moves > 0) void reload();
  }, [moves, reload]);
};
