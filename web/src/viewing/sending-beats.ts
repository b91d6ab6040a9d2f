import { apiAs } from '../api/api.ts';
import { keeping } from '../quiz/keeping.ts';
import { peopleHere } from '../session/session.ts';
import { onReconnect } from '../state/network.ts';
import {
  type Beat,
  giveBackTurn,
  nextTurn,
  type Outcome,
  ownersOf,
  sendBeats,
  takeTurn,
} from './beat-box.ts';
import { isBeat } from './has-beats.ts';

/** After a packet that did not get through. */
const RETRY_MS = 30_000;

/** Until when this page waits with the packets of a person after one that did not get through, ms since 1970. */
const waits = new Map<string, number>();

let timer: ReturnType<typeof setTimeout> | undefined;

const sendAs =
  (personId: string) =>
  async (beats: Beat[]): Promise<Outcome> => {
    const body = { sentAt: new Date().toISOString(), beats };
    const answer = await apiAs(personId).recordViewing({ body });
    if (answer.ok) return 'taken';
    return answer.problem.status === 422 ? 'refused' : 'later';
  };

const sendersHere = (): readonly string[] => {
  const here = new Set(peopleHere.get().map(({ personId }) => personId));
  return ownersOf(keeping).filter((personId) => here.has(personId));
};

const dueAt = (personId: string): number =>
  Math.max(nextTurn(keeping, personId, Date.now()), waits.get(personId) ?? 0);

/** What is due; one tab at a time, and twice is harmless. Then again when the next packet may go. */
const sendDue = async (): Promise<void> => {
  for (const personId of sendersHere()) {
    if (dueAt(personId) > Date.now()) continue;
    takeTurn(keeping, personId, Date.now());
    const end = await sendBeats(keeping, personId, sendAs(personId)).catch(() => 'later' as const);
    if (end !== 'later') continue;
    giveBackTurn(keeping, personId);
    waits.set(personId, Date.now() + RETRY_MS);
  }
  const next = Math.min(...sendersHere().map(dueAt));
  clearTimeout(timer);
  if (Number.isFinite(next)) timer = setTimeout(wake, Math.max(1_000, next - Date.now()));
};

/** Sends what may be sent now. */
export const wake = (): void => {
  const work = () => sendDue();
  void (navigator.locks ? navigator.locks.request('hvs.viewing', work) : work());
};

/** From now on beats go out as they come, in this tab. */
export const keepSendingBeats = (): void => {
  addEventListener('storage', ({ key }) => {
    if (key === null || isBeat(key)) wake();
  });
  onReconnect(() => {
    waits.clear();
    wake();
  });
  wake();
};
