import type { Cause } from '#shared/messaging/outbox.ts';
import type { About, AssetFile } from '../domain/edition.ts';
import { materialOfAsset } from '../domain/material.ts';
import { changesOut } from '../events-out.ts';
import type { MaterialStore } from '../store.ts';

/** Makes a material of a file that became ready; told again, it is there already. */
export async function takeReadyAsset(
  store: MaterialStore,
  about: About,
  file: AssetFile,
  cause: Cause,
): Promise<'saved' | 'exists'> {
  const material = materialOfAsset(about, file, { by: cause.actor, at: cause.at });
  return store.saveNew(material, changesOut(undefined, material, cause));
}
