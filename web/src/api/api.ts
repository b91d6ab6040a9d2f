import { language } from '../messages/language.ts';
import { accessTokenOf, currentPersonId } from '../session/session.ts';
import { createClient } from './client.ts';

/** The API of this site. */
export const api = createClient({
  fetch: (input, init) => fetch(input, init),
  person: currentPersonId,
  token: accessTokenOf,
  language: () => language.get(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
