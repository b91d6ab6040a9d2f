import { obtainPass } from './media-pass.ts';

/** A file of a recording, with the pass that it needs; with another pass when the first one had ended on the way. */
export const fetchMedia = async (address: string, init?: RequestInit): Promise<Response> => {
  await obtainPass(address);
  const answer = await fetch(address, init);
  if (answer.status !== 403 || (await obtainPass(address, true))) return answer;
  return fetch(address, init);
};
