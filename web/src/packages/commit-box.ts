import type { Commit } from '../../package-player/src/protocol.ts';
import type { Keeping } from '../quiz/keeping.ts';
import { COMMITS } from './has-commits.ts';

/** What a package wants kept, until the service has it. */
export type Waiting = {
  readonly assetId: string;
  readonly sessionId: string;
  readonly commitNo: number;
  readonly commit: Commit;
};
export type Outcome = 'taken' | 'refused' | 'later';

const ofPerson = (personId: string): string => `${COMMITS}${personId}.`;

/** A commit holds all that its session has, so the newest of each session is enough. */
const keyOf = (personId: string, { assetId, sessionId }: Waiting): string =>
  `${ofPerson(personId)}${assetId}.${sessionId}`;

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

/** People who have commits on this device. */
export const ownersOf = (keeping: Keeping): readonly string[] => [
  ...new Set(keeping.keys(COMMITS).map((key) => key.slice(COMMITS.length).split('.', 1)[0] ?? '')),
];

/** Sends what waits of a person; whether something is left. What can never be taken is let go of. */
export const sendCommits = async (
  keeping: Keeping,
  personId: string,
  send: (waiting: Waiting) => Promise<Outcome>,
): Promise<'done' | 'left'> => {
  for (const key of keeping.keys(ofPerson(personId))) {
    const text = keeping.read(key);
    const waiting = read(text);
    const outcome = waiting ? await send(waiting) : 'refused';
    // A newer one that came meanwhile stays.
    if (outcome !== 'later' && keeping.read(key) === text) keeping.remove(key);
  }
  return keeping.keys(ofPerson(personId)).length > 0 ? 'left' : 'done';
};
