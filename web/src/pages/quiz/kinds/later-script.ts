import type { Refused } from '../../../api/types.ts';
import { loadWords } from '../../../messages/language.ts';

/** A script that comes by itself, with the words of the rarer kinds of question. */
export const laterScript = async <T>(script: () => Promise<T>) => {
  try {
    const [body] = await Promise.all([script(), loadWords(['items'])]);
    return { ok: true, body } as const;
  } catch {
    return { ok: false, problem: { type: 'about:blank', title: '', status: 0, code: 'offline' } } as Refused;
  }
};
