import { LESSON_STATUSES } from '../../../shared/contract/package-data.ts';
import type { Commit, Start } from '../../package-player/src/protocol.ts';
import { paced } from './pace.ts';

/**
 * Between two packets, ms: packages save at every press, and each packet is a write and may be an event. A better result
 * is not kept waiting so long.
 */
const SENT_APART_MS = 60_000;
const BETTER_APART_MS = 10_000;
/** Between two writes to the device, ms: a package may save as often as it likes, and the page has other work. */
const WRITTEN_APART_MS = 1_000;

type Result = Pick<Commit, 'status' | 'score'>;

const isBetter = (now: Result, before: Result): boolean =>
  LESSON_STATUSES.indexOf(now.status) > LESSON_STATUSES.indexOf(before.status) ||
  (now.score?.raw ?? -1) > (before.score?.raw ?? -1);

type Parts = {
  readonly start: Pick<Start, 'status' | 'score'>;
  /** Writes a commit to the device; they count from 1. */
  readonly write: (commit: Commit, commitNo: number) => void;
  readonly send: () => void;
};

/** Keeps the commits of one session, of which the newest holds all, and sends them with pauses in between. */
export const keepCommits = ({ start, write, send }: Parts) => {
  let newest: Commit | undefined;
  let last: Result = { status: start.status, ...(start.score && { score: start.score }) };
  let commitNo = 0;
  const writing = paced(() => {
    commitNo += 1;
    if (newest) write(newest, commitNo);
  });
  const sending = paced(() => {
    writing.flush();
    send();
  });
  return {
    keep: (commit: Commit): void => {
      const apartMs = isBetter(commit, last) ? BETTER_APART_MS : SENT_APART_MS;
      newest = commit;
      last = commit;
      writing.ask(WRITTEN_APART_MS);
      sending.ask(apartMs);
    },
    /** Writes and sends what waits. */
    flush: sending.flush,
  };
};
