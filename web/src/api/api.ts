import { slotFor } from '../kept/kept-answers.ts';
import { language } from '../messages/language.ts';
import { accessTokenOf, currentPersonId } from '../session/session.ts';
import { network } from '../state/network.ts';
import { createClient } from './client.ts';
import { takeStarted } from './started.ts';

/** The API of this site. */
export const api = createClient({
  fetch: (input, init) => takeStarted(init?.method, String(input)) ?? fetch(input, init),
  person: currentPersonId,
  token: accessTokenOf,
  language: () => language.get(),
  slotFor,
  heard: (answer) => {
    if (answer.ok) network.set(true);
    else if (answer.problem.code === 'offline') network.set(false);
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
