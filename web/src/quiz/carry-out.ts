import type { Attempt } from '../../../services/quizzes/contract.ts';
import { type Entry, nextUnsaved } from './answer-sheet.ts';
import { timeLeft } from './clock.ts';
import {
  acknowledgeOn,
  dropAnswer,
  type LateAnswers,
  lateOn,
  mergeIn,
  type Paper,
  pendingOf,
  reanchor,
  sheetOf,
  wishHandIn,
  wishOf,
  withdrawWish,
} from './drafts.ts';
import { attemptsOf, keyOf, type Ref, readEntry, refusedItems } from './entries.ts';
import type { Keeping } from './keeping.ts';
import { ended, keepOutcome, outcomeOf } from './outcomes.ts';

/**
 * `older`: the server holds a newer answer. `behind`: the question lies behind a later answer and takes no other.
 * `unfit`: it can never be stored. `closed`: the attempt takes no more answers. `gone`: there is no such attempt of
 * this person. `later`: no answer came, or nothing was decided.
 */
export type Sent = 'saved' | 'older' | 'behind' | 'unfit' | 'closed' | 'gone' | 'later';

/** Speaks to the server for one person. Every call is safe to repeat, whether or not its answer came. */
export type Courier = {
  readonly save: (ref: Ref, itemId: string, entry: Entry) => Promise<Sent>;
  readonly read: (ref: Ref) => Promise<Attempt | 'gone' | 'later'>;
  readonly submit: (ref: Ref) => Promise<Attempt | 'gone' | 'later'>;
  /** The attempt with what was taken of it. */
  readonly sendLate: (ref: Ref, late: LateAnswers) => Promise<Attempt | 'refused' | 'later'>;
};
type Device = { readonly keeping: Keeping; readonly now: () => number };
type World = Device & { readonly courier: Courier };
/** `later`: something could not be sent now. */
type Carried = 'done' | 'later';

/** Writes how an attempt ended; `undefined` when the server knows of none. */
export const conclude = (keeping: Keeping, ref: Ref, attempt: Attempt | undefined, endedAt: number): void => {
  // Another tab was first.
  if (outcomeOf(keeping, ref)) return;
  const paper = readEntry<Paper>(keeping, keyOf.paper(ref));
  const about = {
    ref,
    title: paper?.title ?? '',
    quizId: attempt?.quizId ?? paper?.attempt.quizId ?? '',
    backHref: paper?.backHref ?? '/khoa-hoc',
    attemptsAllowed: paper?.attemptsAllowed,
    endedAt,
    refused: refusedItems(keeping, ref).length,
  };
  keepOutcome(keeping, ended(about, attempt, sheetOf(keeping, ref)));
};

const concluded = ({ keeping, now }: World, ref: Ref, answer: Attempt | 'gone' | 'later'): Carried => {
  if (answer === 'later') return 'later';
  conclude(keeping, ref, answer === 'gone' ? undefined : answer, now());
  return 'done';
};

/** Time that was over by this device's count only is given back. */
const confirmTimeUp = async (world: World, ref: Ref): Promise<Carried | 'time-up'> => {
  const { keeping, courier, now } = world;
  const attempt = await courier.read(ref);
  if (attempt === 'later' || attempt === 'gone') return concluded(world, ref, attempt);
  if (attempt.status === 'submitted' || !attempt.deadline) return 'time-up';
  if (attempt.serverTime >= attempt.deadline) return 'time-up';
  reanchor(keeping, ref, attempt, now());
  withdrawWish(keeping, ref);
  return 'done';
};

const handIn = async (world: World, ref: Ref): Promise<Carried> => {
  if (wishOf(world.keeping, ref) === 'time') {
    const confirmed = await confirmTimeUp(world, ref);
    if (confirmed !== 'time-up') return confirmed;
  }
  return concluded(world, ref, await world.courier.submit(ref));
};

const saveOne = async (world: World, ref: Ref, itemId: string, entry: Entry): Promise<Carried | 'closed'> => {
  const { keeping, courier } = world;
  const sent = await courier.save(ref, itemId, entry);
  if (sent === 'later' || sent === 'gone') return concluded(world, ref, sent);
  if (sent === 'closed') return 'closed';
  if (sent === 'saved') {
    acknowledgeOn(keeping, ref, itemId, entry);
    return 'done';
  }
  if (sent !== 'older') dropAnswer(keeping, ref, itemId, entry);
  const attempt = await courier.read(ref);
  if (typeof attempt === 'string') return concluded(world, ref, attempt);
  mergeIn(keeping, ref, attempt.answers);
  return 'done';
};

/**
 * The attempt takes no more answers and some are still here: those given before the deadline go with the proof of its
 * start. Handing in again gives the mark that there is.
 */
const endWithLate = async (world: World, ref: Ref): Promise<Carried> => {
  const attempt = await world.courier.submit(ref);
  const late = lateOn(world.keeping, ref);
  if (typeof attempt === 'string' || !late) return concluded(world, ref, attempt);
  const sent = await world.courier.sendLate(ref, late);
  return concluded(world, ref, sent === 'refused' ? attempt : sent);
};

/** Notes that an attempt has ended, unless answers are here that may still be taken: those are sent first. */
export const concludeEnded = (keeping: Keeping, ref: Ref, attempt: Attempt, endedAt: number): void => {
  if (!lateOn(keeping, ref)) conclude(keeping, ref, attempt, endedAt);
};

/** Brings one attempt to the server: every answer first, then the wish to hand it in. */
const carryOut = async (world: World, ref: Ref): Promise<Carried> => {
  const { keeping } = world;
  for (;;) {
    if (outcomeOf(keeping, ref)) return 'done';
    const navigation = readEntry<Paper>(keeping, keyOf.paper(ref))?.attempt?.navigation;
    const todo = nextUnsaved(sheetOf(keeping, ref), navigation === 'one-way');
    if (!todo) break;
    const carried = await saveOne(world, ref, todo.itemId, todo.entry);
    if (carried === 'later') return 'later';
    if (carried === 'closed') return endWithLate(world, ref);
  }
  return wishOf(keeping, ref) ? handIn(world, ref) : 'done';
};

/** Attempts whose time ran out while nobody looked are handed in like the others. */
const noteOverdue = ({ keeping, now }: Device, personId: string): void => {
  for (const ref of attemptsOf(keeping, personId)) {
    const paper = readEntry<Paper>(keeping, keyOf.paper(ref));
    if (!paper) continue;
    const clocks = { wall: now(), mono: 0 };
    if (timeLeft({ ...paper.attempt, receivedAt: paper.receivedAt }, clocks, clocks) === 0)
      wishHandIn(keeping, ref, 'time');
  }
};

/** Whether a person has anything on this device that the server should know. */
export const hasWork = (device: Device, personId: string): boolean => {
  noteOverdue(device, personId);
  return pendingOf(device.keeping, personId).length > 0;
};

/**
 * Sends everything of one person, once. False when something is left, because the server could not be reached.
 * Correct with any number of senders at the same time: every call is idempotent, and what is on the device decides.
 */
export const carryOutAll = async (world: World, personId: string): Promise<boolean> => {
  let isDone = true;
  for (const ref of pendingOf(world.keeping, personId))
    if ((await carryOut(world, ref)) === 'later') isDone = false;
  return isDone;
};
