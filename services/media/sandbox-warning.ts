import { logger } from '#shared/observability/telemetry.ts';

/** Says once for each reason, of the many processes that a function starts, that the system does not cut them off. */
export function sandboxWarning(log: Pick<typeof logger, 'warn'> = logger): (reason: string) => void {
  const said = new Set<string>();
  return (reason) => {
    if (said.has(reason)) return;
    said.add(reason);
    log.warn('the system does not cut off what opens strangers files', { reason });
  };
}
