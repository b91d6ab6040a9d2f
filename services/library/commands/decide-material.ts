import type { Cause } from '#shared/messaging/outbox.ts';
import type { Decided } from '../domain/appraisal.ts';
import { fileListedAnew, type Material } from '../domain/material.ts';
import { changesOut } from '../events-out.ts';
import type { FileStore } from '../file-store.ts';
import type { MaterialStore } from '../store.ts';

/**
 * Saves what was decided about a material, with the record of it and the news. `decide` is asked again when somebody
 * else changed the material meanwhile; a decision about a version that was looked at then finds another revision.
 */
export async function decideMaterial<Refusal extends string>(
  store: MaterialStore,
  materialId: string,
  decide: (was: Material) => Decided<Refusal> | Promise<Decided<Refusal>>,
  cause: Cause,
): Promise<Material | Refusal | 'not-found' | 'conflict'> {
  const was = await store.find(materialId);
  if (!was) return 'not-found';
  const decided = await decide(was);
  if (decided.kind === 'refused') return decided.reason;
  const { material, decision } = decided;
  const outbox = changesOut(was, material, cause);
  const saved = await store.save(was, material, { outbox, decision });
  return saved === 'saved' ? material : 'conflict';
}

/** The same decision unless it would list a file that its owner has given up. */
export async function ifThere<Refusal extends string>(
  files: Pick<FileStore, 'isGone'>,
  was: Material,
  decided: Decided<Refusal>,
): Promise<Decided<Refusal | 'file-gone'>> {
  if (decided.kind === 'refused') return decided;
  const file = fileListedAnew(was, decided.material);
  return file && (await files.isGone(file)) ? { kind: 'refused', reason: 'file-gone' } : decided;
}
