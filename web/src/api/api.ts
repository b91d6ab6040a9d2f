import { language } from '../messages/language.ts';
import { accessToken } from '../session/session.ts';
import { createClient } from './client.ts';

/** The API of this site. */
export const api = createClient({
  fetch: (input, init) => fetch(input, init),
  token: accessToken,
  language: () => language.get(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
