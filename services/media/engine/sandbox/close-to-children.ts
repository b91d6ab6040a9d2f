import { closeToOthers } from './libc.ts';

let closed: { readonly refusal: string | undefined } | undefined;

/**
 * Closes this process, once, to the children it starts: they run as the same user, and /proc would let them read its
 * credentials and write into its memory. Tells why not, if the system refuses. Debuggers of that user are kept out too.
 */
export function closeToChildren(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  closed ??= { refusal: closeToOthers() };
  return closed.refusal;
}
