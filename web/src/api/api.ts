import { slotFor } from '../kept/kept-answers.ts';
import { language } from '../messages/language.ts';
import { accessTokenOf, currentPersonId } from '../session/session.ts';
import { followCall, network } from '../state/network.ts';
import { noteUnderWay } from '../state/page-at-rest.ts';
import { type Answer, createClient } from './client.ts';
import { takeOwnStarted, takeStarted } from './started.ts';
import type { Api } from './types.ts';

const surroundings = {
  token: accessTokenOf,
  language: () => language.get(),
  slotFor,
  asked: noteUnderWay,
  heard: () => {
    const note = followCall();
    return (answer: Answer) => note(answer.ok ? answer.status : answer.problem.status);
  },
  isOffline: () => !network.get(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

const askOnce: typeof fetch = async (input, init) => {
  const { authorization } = (init?.headers ?? {}) as Readonly<Record<string, string>>;
  const started =
    takeStarted(init?.method, String(input)) ??
    (init?.method === 'GET' && (await takeOwnStarted(String(input), authorization)));
  return started || fetch(input, init);
};

/** The API of this site, as whoever is current. */
export const api = createClient({
  ...surroundings,
  fetch: askOnce,
  person: currentPersonId,
});

/** Browsers refuse such calls when more than 64 KiB of them are under way; a letter takes up to three bytes. */
const MOST_LETTERS = 8_000;

/** Whether a call arrives although the tab is closed: what was just written does, as far as browsers allow it. */
export const outlivesTab = (init: RequestInit | undefined): boolean =>
  init?.method !== 'GET' && String(init?.body ?? '').length <= MOST_LETTERS;

/** The API as one person, for work that goes on after they left the phone to somebody else. */
export const apiAs = (personId: string): Api =>
  createClient({
    ...surroundings,
    fetch: (input, init) => fetch(input, { ...init, keepalive: outlivesTab(init) }),
    person: () => personId,
  });
