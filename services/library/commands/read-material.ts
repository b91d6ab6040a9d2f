import type { Cause } from '#shared/messaging/outbox.ts';
import { dayOf } from '#shared/time/local-time.ts';
import { listedOf } from '../domain/material.ts';
import { type Figures, ratingChange } from '../domain/rating.ts';
import { opened } from '../events-out.ts';
import type { ReaderStore } from '../reader-store.ts';
import type { MaterialStore } from '../store.ts';

type Stores = { readonly materials: MaterialStore; readonly readers: ReaderStore };

/** Counts that somebody opened a material, once per person and local day. */
export async function openMaterial(
  { materials, readers }: Stores,
  materialId: string,
  cause: Cause,
): Promise<'saved' | 'repeated' | 'not-found'> {
  const material = await materials.find(materialId);
  const listed = material && listedOf(material);
  if (!listed) return 'not-found';
  const opening = { materialId, personId: cause.actor, day: dayOf(cause.at) };
  return readers.saveOpening({ ...opening, at: cause.at }, opened({ ...opening, kind: listed.kind }, cause));
}

/** Takes down whether somebody understood a material; another word of theirs takes the place of the former. */
export async function rateMaterial(
  { materials, readers }: Stores,
  command: { readonly materialId: string; readonly understood: boolean },
  cause: Cause,
): Promise<Figures | 'not-found' | 'conflict'> {
  const { materialId, understood } = command;
  const material = await materials.find(materialId);
  if (!(material && listedOf(material))) return 'not-found';
  const where = { materialId, personId: cause.actor };
  const former = await readers.findRating(materialId, cause.actor);
  const change = ratingChange(former, understood);
  if (change) {
    const saved = await readers.saveRating(where, former, { understood, ratedAt: cause.at }, change);
    if (saved === 'conflict') return saved;
  }
  return readers.figuresOf(materialId);
}
