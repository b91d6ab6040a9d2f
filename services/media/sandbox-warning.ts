import { logger } from '#shared/observability/telemetry.ts';

/** Says once, of the many processes that a function starts, that and why the system does not cut them off. */
export function sandboxWarning(log: Pick<typeof logger, 'warn'> = logger): (reason: string) => void {
  let isSaid = false;
  return (reason) => {
    if (isSaid) return;
    isSaid = true;
    log.warn('the system does not cut off what opens strangers files', { reason });
  };
}
