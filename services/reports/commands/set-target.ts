import { schoolYearOf } from '#shared/time/local-time.ts';
import { isReachable, type Target } from '../domain/targets.ts';
import type { TargetStore } from '../target-store.ts';

type Command = {
  readonly code: string;
  readonly value: number | null;
  /** The version that the director saw; 0 when there was no target yet. */
  readonly version: number;
};

/**
 * Sets, changes or (null) takes back a target of the running school year. Sent again after a lost answer it finds done
 * what it was to do.
 */
export async function setTarget(
  store: TargetStore,
  { code, value, version }: Command,
  cause: { readonly actor: string; readonly at: string },
): Promise<Target | 'out-of-reach' | 'changed'> {
  if (!isReachable(code, value)) return 'out-of-reach';
  const target: Target = { code, value, version: version + 1, setAt: cause.at };
  const schoolYear = schoolYearOf(cause.at);
  const outcome = await store.save(schoolYear, target, cause.actor);
  if (outcome === 'saved') return target;
  const now = (await store.targetsOf(schoolYear)).find((one) => one.code === code);
  const isDone = now?.version === target.version && now.value === value && now.setBy === cause.actor;
  return isDone ? now : outcome;
}
