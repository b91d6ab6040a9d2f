import { obtainPass } from './media-pass.ts';

type Answer = { readonly ok: boolean; readonly body?: { readonly poster?: string | undefined } };

/** An answer about a file that nobody else may see yet, or any more, with the pass that its poster needs. */
export const withPass = async <A extends Answer>(asked: Promise<A>): Promise<A> => {
  const answer = await asked;
  if (answer.body?.poster) await obtainPass(answer.body.poster);
  return answer;
};
