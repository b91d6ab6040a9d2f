import { loadWords } from '../../../messages/language.ts';
import { fetchedScript } from '../../../state/fetched-script.ts';

/** A script that comes by itself, with the words of the rarer kinds of question. */
export const laterScript = <T>(script: () => Promise<T>) =>
  fetchedScript(async () => (await Promise.all([script(), loadWords(['items'])]))[0]);
