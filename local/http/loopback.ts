const LOOPBACK_NAMES = ['127.0.0.1', 'localhost'];

/**
 * Whether a Host header names this machine at this port. A page elsewhere can make its own name point to
 * 127.0.0.1 (DNS rebinding) and would then pass for us, were it not for the name it has to send.
 */
export const isLoopbackHost = (host: string | undefined, port: number): boolean =>
  LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));

/** Whether an Origin header is a page of this machine, at whatever port. */
export function isLoopbackOrigin(origin: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && LOOPBACK_NAMES.includes(hostname);
}
