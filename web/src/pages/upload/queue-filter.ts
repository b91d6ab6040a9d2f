import type { MediaAsset } from '../../../../services/media/contract.ts';

/** What people look for in the queue: by what is to be done next, and by whom. */
export const QUEUE_STATES = ['all', 'waiting', 'working', 'ready', 'trouble'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

const STATUSES: Readonly<Record<Exclude<QueueState, 'all'>, readonly MediaAsset['status'][]>> = {
  waiting: ['awaiting-upload'],
  working: ['received', 'transcoding'],
  ready: ['ready'],
  trouble: ['rejected', 'failed'],
};

/** Whether something may change by itself, so that it is worth asking again. */
export const isMoving = ({ status }: Pick<MediaAsset, 'status'>): boolean =>
  STATUSES.working.includes(status);

/**
 * The newest files, of which a list asked for before they were `sent` from here knows only that they are awaited: until
 * the next answer it would seem that nothing had been sent.
 */
export const withSent = (newest: readonly MediaAsset[], sent: readonly string[]): readonly MediaAsset[] =>
  newest.map((one) =>
    one.status === 'awaiting-upload' && sent.includes(one.assetId) ? { ...one, status: 'received' } : one,
  );

/** Whether it is worth asking again: something moves, or what was `sent` is not among the newest yet. */
export const isAwaited = (
  sent: readonly string[],
  newest: readonly Pick<MediaAsset, 'assetId' | 'status'>[],
): boolean => newest.some(isMoving) || sent.some((id) => newest.every(({ assetId }) => assetId !== id));

/** How many recordings stand where. */
export const countsOf = (assets: readonly Pick<MediaAsset, 'status'>[]) => {
  const count = (state: Exclude<QueueState, 'all'>) =>
    assets.filter(({ status }) => STATUSES[state].includes(status)).length;
  return {
    waiting: count('waiting'),
    working: count('working'),
    ready: count('ready'),
    trouble: count('trouble'),
  };
};

/** The recordings in a state, of one person when `mine` says whose. */
export const filterQueue = (
  assets: readonly MediaAsset[],
  { state, mine }: { readonly state: QueueState; readonly mine?: string | undefined },
): readonly MediaAsset[] =>
  assets.filter(
    ({ status, uploadedBy }) =>
      (state === 'all' || STATUSES[state].includes(status)) && (mine === undefined || uploadedBy === mine),
  );
