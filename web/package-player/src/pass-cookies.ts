import type { Pass } from './protocol.ts';

/** A page inside a page of another site gets cookies of its own for that pair (CHIPS), or none without these words. */
const INSIDE = 'Secure; SameSite=None; Partitioned';
const PROBE = 'hvs-probe';

/** Kept before the next line runs: what opens a file has to be there when the file is asked for. */
function write(name: string, value: string, path: string, seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store answers later, and older Safari has none.
  document.cookie = `${name}=${value}; Path=${path}; Max-Age=${seconds}; ${INSIDE}`;
}

/** The folder of the package: `/packages/<asset>/`. */
const folderOf = (launch: string): string => launch.split('/').slice(0, 3).join('/');

/** Whether this browser keeps cookies here at all. */
export function keepsCookies(): boolean {
  write(PROBE, '1', '/', 5);
  const isKept = document.cookie.includes(`${PROBE}=1`);
  write(PROBE, '', '/', 0);
  return isKept;
}

/** From now on the files of the package are asked for with this pass. */
export function keepPass({ launch, cookies, validForSeconds }: Pass): void {
  for (const { name, value } of cookies) write(name, value, `${folderOf(launch)}/`, validForSeconds);
}
