import { schoolYearOf } from '#shared/time/local-time.ts';
import { isReachable, type Target } from '../domain/targets.ts';
import type { TargetStore } from '../target-store.ts';

type Command = {
  readonly code: string;
  readonly value: number | null;
  /** The version that the director saw; 0 when there was no target yet. */
  readonly version: number;
};

/** Sets, changes or (null) takes back a target of the running school year. */
export async function setTarget(
  store: TargetStore,
  { code, value, version }: Command,
  cause: { readonly actor: string; readonly at: string },
): Promise<Target | 'out-of-reach' | 'changed'> {
  if (!isReachable(code, value)) return 'out-of-reach';
  const target: Target = { code, value, version: version + 1, setAt: cause.at };
  const outcome = await store.save(schoolYearOf(cause.at), target, cause.actor);
  return outcome === 'saved' ? target : outcome;
}
