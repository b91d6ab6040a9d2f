import { apiAs } from '../api/api.ts';
import { keeping } from '../quiz/keeping.ts';
import { peopleHere } from '../session/session.ts';
import { onReconnect } from '../state/network.ts';
import { type Beat, type Outcome, ownersOf, sendBeats } from './beat-box.ts';
import { isBeat } from './has-beats.ts';

/** Between two packets of one person, ms: each is a write, and a minute of watching is worth no more than one. */
const APART_MS = 60_000;
/** After a packet that did not get through. */
const RETRY_MS = 30_000;

/** When the next packet of a person may go, ms since 1970; by this device's clock alone. */
const mayGoAt = new Map<string, number>();
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

/** What is due; one tab at a time, and twice is harmless. Then again when the next packet may go. */
const sendDue = async (): Promise<void> => {
  for (const personId of sendersHere()) {
    if ((mayGoAt.get(personId) ?? 0) > Date.now()) continue;
    mayGoAt.set(personId, Date.now() + APART_MS);
    const left = await sendBeats(keeping, personId, sendAs(personId)).catch(() => 'left' as const);
    if (left === 'left') mayGoAt.set(personId, Date.now() + RETRY_MS);
  }
  const next = Math.min(...sendersHere().map((personId) => mayGoAt.get(personId) ?? 0));
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
  onReconnect(wake);
  wake();
};
