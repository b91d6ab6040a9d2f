import type { Cause } from '#shared/messaging/outbox.ts';
import { type About, assetOf } from '../domain/edition.ts';
import {
  absorbed,
  type EditRefusal,
  editDraft,
  type Material,
  newMaterial,
  type SubmitRefusal,
  submitDraft,
} from '../domain/material.ts';
import { changesOut } from '../events-out.ts';
import type { FileStore } from '../file-store.ts';
import type { MaterialStore } from '../store.ts';

/** A material of something kept elsewhere; on a repeat of the request, the one made first. */
export async function createMaterial(
  store: MaterialStore,
  command: {
    readonly materialId: string;
    readonly kind: 'link' | 'reference';
    readonly about: About;
    readonly requestKey: string;
  },
  cause: Cause,
): Promise<Material> {
  const { materialId, kind, about, requestKey } = command;
  const material = newMaterial(materialId, about, { kind }, { by: cause.actor, at: cause.at });
  const request = { actor: cause.actor, route: 'create-material', key: requestKey, at: cause.at };
  const saved = await store.saveNew(material, undefined, request);
  const earlier = saved === 'exists' ? await store.findEarlier(request) : undefined;
  return (earlier && (await store.find(earlier))) || material;
}

type Edit = { readonly revision: number; readonly about: About; readonly assetFrom?: string | undefined };

/** Changes a draft, or begins the next version; the file of another draft of the same maker may become its own. */
export async function editMaterial(
  store: MaterialStore,
  was: Material,
  { revision, about, assetFrom }: Edit,
  cause: Cause,
): Promise<Material | EditRefusal | 'conflict'> {
  const from = assetFrom === undefined ? undefined : await store.find(assetFrom);
  if (assetFrom !== undefined && from?.createdBy !== cause.actor) return 'file-not-free';
  if (from?.materialId === was.materialId) return 'file-not-free';
  const next = editDraft(was, { revision, about, from }, { by: cause.actor, at: cause.at });
  if (typeof next === 'string') return next;
  const other = from && { was: from, next: absorbed(from, was.materialId, cause.at) };
  const saved = await store.save(was, next, {
    outbox: changesOut(was, next, cause),
    ...(other && { other }),
  });
  return saved === 'saved' ? next : 'conflict';
}

/** Hands a draft in to be appraised. */
export async function submitMaterial(
  { materials, files }: { readonly materials: MaterialStore; readonly files: Pick<FileStore, 'isGone'> },
  was: Material,
  revision: number,
  cause: Cause,
): Promise<Material | SubmitRefusal | 'file-gone' | 'conflict'> {
  const next = submitDraft(was, revision, { by: cause.actor, at: cause.at });
  if (typeof next === 'string' || next === was) return next;
  const file = assetOf(next.draft);
  if (file && (await files.isGone(file))) return 'file-gone';
  const saved = await materials.save(was, next, { outbox: changesOut(was, next, cause) });
  return saved === 'saved' ? next : 'conflict';
}
