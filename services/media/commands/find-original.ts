import type { ContentStore, SizedFile } from '../content-store.ts';
import { canStandIn, type Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

export type OriginalTools = {
  readonly store: RecordingStore;
  readonly contents: ContentStore;
  readonly uploads: Uploads;
};

/** Files beyond this (4 GiB) are not compared: two of them are read within the time of one examination. */
const MAX_COMPARED_BYTES = 4 * 1024 ** 3;

/**
 * The recording that an arrived file repeats byte for byte, so that it is transcoded once. Files of different lengths
 * are never read for this; of the same length each is read once. Of several that arrive at the same time one owns the
 * content, and all find the same one.
 */
export async function findOriginal(tools: OriginalTools, was: Recording): Promise<string | undefined> {
  const { assetId, bytes } = was;
  if (bytes > MAX_COMPARED_BYTES) return undefined;
  const files = await tools.contents.ofSize(bytes);
  const others = files.filter((file) => file.assetId !== assetId);
  if (others.length === 0) return undefined;
  const sha256 = await hashOf(tools, was, files);
  const equal = await findEqual(tools, others, sha256);
  const owner = await ownerFor(tools, sha256, equal ?? assetId, assetId);
  return owner === assetId ? undefined : owner;
}

async function hashOf(
  { uploads, contents }: OriginalTools,
  { assetId, bytes, source }: Recording,
  files: readonly SizedFile[],
): Promise<string> {
  const known = files.find((file) => file.assetId === assetId)?.sha256;
  if (known || !source) return known ?? '';
  const sha256 = await uploads.sha256({ assetId, objectVersion: source.objectVersion });
  await contents.saveHash(bytes, assetId, sha256);
  return sha256;
}

/** The oldest other file of this content that has arrived. */
async function findEqual(
  tools: OriginalTools,
  others: readonly SizedFile[],
  sha256: string,
): Promise<string | undefined> {
  for (const other of others) {
    if (other.sha256 && other.sha256 !== sha256) continue;
    const recording = await tools.store.find(other.assetId);
    if (!recording?.source || !canStandIn(recording)) continue;
    if ((await hashOf(tools, recording, others)) === sha256) return other.assetId;
  }
  return undefined;
}

/** Claims the content for `candidate` unless somebody has it; who was refused or failed has it no more. */
async function ownerFor(
  { store, contents }: OriginalTools,
  sha256: string,
  candidate: string,
  self: string,
): Promise<string> {
  const owner = await contents.claim(sha256, candidate);
  if (owner === self) return owner;
  const recording = await store.find(owner);
  return recording && canStandIn(recording) ? owner : contents.claim(sha256, candidate, owner);
}
