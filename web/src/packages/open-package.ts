import type { Start } from '../../package-player/src/protocol.ts';
import { api } from '../api/api.ts';
import type { Problem } from '../api/types.ts';
import { siteConfig } from '../session/config.ts';
import { currentPersonId } from '../session/session.ts';
import { momentNow } from '../state/moment.ts';
import type { Granted } from './keep-passing.ts';
import { sendWaiting } from './sending-commits.ts';

const OFFLINE: Problem = { type: '/problems/offline', code: 'offline', title: '', status: 0 };

/** A guest's, whose results nobody keeps. */
const FRESH: Start = {
  ...{ status: 'not attempted', location: '', suspendData: '', totalSeconds: 0, earlierSessions: 0 },
};

/** What is played; `lesson` is its number, from 1, in a package that has several. */
export type Played = { readonly assetId: string; readonly lesson?: number | undefined };

/** All that a package needs to begin. */
export type Opened = Granted & {
  /** Where packages play. */
  readonly origin: string;
  readonly sessionId: string;
  /** Whose results are kept; undefined for a guest. */
  readonly personId: string | undefined;
  readonly start: Start;
};

/** A pass, counted from before it was asked for. */
export const askPass = async ({ assetId, lesson }: Played): Promise<Granted | Problem> => {
  const from = momentNow();
  const call = { params: { assetId }, ...(lesson && { query: { lesson: `${lesson}` } }) };
  const answer =
    currentPersonId() === undefined ? await api.issueOpenPackagePass(call) : await api.issuePackagePass(call);
  if (!answer.ok) return answer.problem;
  return { pass: answer.body, from, forMs: answer.body.validForSeconds * 1000 };
};

const begin = async (
  { assetId, lesson }: Played,
  personId: string | undefined,
  sessionId: string,
): Promise<Start | Problem> => {
  if (personId === undefined) return FRESH;
  // What an earlier visit left here is part of what this one goes on from.
  await sendWaiting();
  const answer = await api.startPackageSession({
    params: { assetId },
    body: { sessionId, ...(lesson && { lesson }) },
  });
  return answer.ok ? answer.body : answer.problem;
};

/** Asks for everything; the problem when something is refused or there is no network. */
export const openPackage = async (played: Played): Promise<Opened | Problem> => {
  const config = await siteConfig().catch(() => undefined);
  if (!config) return OFFLINE;
  const [personId, sessionId] = [currentPersonId(), crypto.randomUUID()];
  const start = await begin(played, personId, sessionId);
  if ('code' in start) return start;
  const asked = await askPass(played);
  if ('code' in asked) return asked;
  return { origin: config.packageOrigin, sessionId, personId, start, ...asked };
};
