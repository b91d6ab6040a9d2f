import { slotFor } from '../kept/kept-answers.ts';
import { language } from '../messages/language.ts';
import { accessTokenOf, currentPersonId } from '../session/session.ts';
import { network, noteAnswer } from '../state/network.ts';
import { type Answer, createClient } from './client.ts';
import { takeStarted } from './started.ts';
import type { Api } from './types.ts';

const surroundings = {
  token: accessTokenOf,
  language: () => language.get(),
  slotFor,
  heard: (answer: Answer) => noteAnswer(answer.ok ? answer.status : answer.problem.status),
  isOffline: () => !network.get(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

/** The API of this site, as whoever is current. */
export const api = createClient({
  ...surroundings,
  fetch: (input, init) => takeStarted(init?.method, String(input)) ?? fetch(input, init),
  person: currentPersonId,
});

/** The API as one person, for work that goes on after they left the phone to somebody else. */
export const apiAs = (personId: string): Api =>
  createClient({
    ...surroundings,
    // What was written just before the tab is closed still arrives.
    fetch: (input, init) => fetch(input, { ...init, keepalive: init?.method !== 'GET' }),
    person: () => personId,
  });
