import type { FailureCode } from './asset.ts';
import { isDropped, isSettled, type Recording } from './recording.ts';
import { PART_MINUTES } from './work.ts';

/**
 * What an unfinished recording needs at some instant; `examine` and `resend` repeat work that seems to be lost,
 * `discard` deletes the file of what is dropped, `let-go` that of what was ready and is not issued again.
 */
export type Attention =
  | { readonly type: 'none' | 'examine' | 'resend' | 'discard' | 'let-go' }
  | { readonly type: 'fail'; readonly code: FailureCode };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Addresses can be renewed for as long as the bucket keeps unfinished uploads (seven days); a day more for clocks. */
const UPLOAD_LIMIT = 8 * 24 * HOUR;
/** A file that could not even be looked at for so long will not be. */
const EXAMINE_LIMIT = 6 * HOUR;
/** Each look waits behind other work. What is not told apart by then is made: two encodes cost less than a lost lecture. */
const COMPARE_LIMIT = 2 * HOUR;
/** The longest lecture takes a few hours behind another one of its kind. */
const TRANSCODE_LIMIT = 24 * HOUR;
/** Longer than any part but the sound of a long lecture takes. */
const QUIET = 10 * MINUTE;
/**
 * One part may fail, or its owner give up, while workers are still at others: what they store is deleted, too. And a
 * decision of the library that was made at the same moment has arrived by then.
 */
const WORKED_ON = (PART_MINUTES + 5) * MINUTE;

/**
 * Work may be lost between the write that wants it and the queue, or wait behind other lectures, which looks the
 * same. Waiting twice as long after each time keeps copies of waiting work few.
 */
const patience = ({ resends }: Recording) => QUIET * 2 ** resends;

/** Every recording that is not settled gets here at least every few minutes, so each is settled within its limit. */
export const attentionFor = (recording: Recording, at: string): Attention =>
  recording.givenUpAt || isDropped(recording)
    ? attentionToDropped(recording, at)
    : attentionToWork(recording, at);

/** Whether there is still time to look for files with the same bytes as one that arrived. */
export const isWorthComparing = ({ changedAt }: Pick<Recording, 'changedAt'>, at: string): boolean =>
  Date.parse(at) - Date.parse(changedAt) <= COMPARE_LIMIT;

function attentionToDropped(recording: Recording, at: string): Attention {
  const { givenUpAt = recording.changedAt } = recording;
  const isLeft = Date.parse(at) - Date.parse(givenUpAt) >= WORKED_ON;
  if (!isLeft || isSettled(recording)) return { type: 'none' };
  return { type: isDropped(recording) ? 'discard' : 'let-go' };
}

function attentionToWork(recording: Recording, at: string): Attention {
  const since = (instant: string) => Date.parse(at) - Date.parse(instant);
  const isQuiet = since(recording.movedAt) >= patience(recording);
  switch (recording.state.status) {
    case 'awaiting-upload':
      if (recording.joinedVersion && isQuiet) return { type: 'examine' };
      return since(recording.createdAt) > UPLOAD_LIMIT
        ? { type: 'fail', code: 'ABANDONED' }
        : { type: 'none' };
    case 'received':
    case 'probing':
      if (since(recording.changedAt) > EXAMINE_LIMIT) return { type: 'fail', code: 'TIMEOUT' };
      return { type: isQuiet ? 'examine' : 'none' };
    case 'transcoding':
      if (since(recording.changedAt) > TRANSCODE_LIMIT) return { type: 'fail', code: 'TIMEOUT' };
      return { type: isQuiet ? 'resend' : 'none' };
    default:
      return { type: 'none' };
  }
}
