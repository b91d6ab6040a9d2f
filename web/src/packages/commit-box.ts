import type { Commit } from '../../package-player/src/protocol.ts';
import type { Keeping } from '../quiz/keeping.ts';
import { commitsOf } from './has-commits.ts';

/** What a package wants kept, until the service has it. */
export type Waiting = {
  readonly assetId: string;
  /** Its number in a package that has several. */
  readonly lesson?: number | undefined;
  readonly sessionId: string;
  readonly commitNo: number;
  readonly commit: Commit;
};
export type Outcome = 'taken' | 'refused' | 'later';

/** A commit holds all that its session has, so the newest of each session is enough. */
const keyOf = (personId: string, { assetId, sessionId }: Waiting): string =>
  `${commitsOf(personId)}${assetId}.${sessionId}`;

/** Writes a commit ahead of its sending, in the place of the one before. */
export const keepCommit = (keeping: Keeping, personId: string, waiting: Waiting): void =>
  keeping.write(keyOf(personId, waiting), JSON.stringify(waiting));

const read = (text: string | undefined): Waiting | undefined => {
  try {
    return JSON.parse(text ?? '') as Waiting;
  } catch {
    return undefined;
  }
};

/** Sends what waits of a person; whether something is left. What can never be taken is let go of. */
export const sendCommits = async (
  keeping: Keeping,
  personId: string,
  send: (waiting: Waiting) => Promise<Outcome>,
): Promise<'done' | 'left'> => {
  for (const key of keeping.keys(commitsOf(personId))) {
    const text = keeping.read(key);
    const waiting = read(text);
    const outcome = waiting ? await send(waiting) : 'refused';
    // A newer one that came meanwhile stays.
    if (outcome !== 'later' && keeping.read(key) === text) keeping.remove(key);
  }
  return keeping.keys(commitsOf(personId)).length > 0 ? 'left' : 'done';
};
