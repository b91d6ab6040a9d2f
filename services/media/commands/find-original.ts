import type { Content, ContentStore, SizedFile } from '../content-store.ts';
import { canStandIn, type Recording, type Scope, scopesOf } from '../domain/recording.ts';
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
 * The recording that an arrived file repeats byte for byte, of the same person or for the same course, so that it is
 * transcoded once. Files of different lengths are never read for this; of the same length each is read once. Of several
 * that arrive at the same time one owns the content, and all find the same one.
 */
export async function findOriginal(tools: OriginalTools, was: Recording): Promise<string | undefined> {
  const { assetId, bytes } = was;
  if (bytes > MAX_COMPARED_BYTES) return undefined;
  const files = await tools.contents.ofSize(bytes);
  const found = await Promise.all(
    files.filter((file) => file.assetId !== assetId).map((file) => tools.store.find(file.assetId)),
  );
  const others = found.flatMap((other) => other ?? []);
  for (const scope of scopesOf(was)) {
    const within = others.filter((other) => scopesOf(other).includes(scope));
    const owner = within.length > 0 ? await ownerWithin(tools, was, { scope, within, files }) : assetId;
    if (owner !== assetId) return owner;
  }
  return undefined;
}

type Circle = {
  readonly scope: Scope;
  readonly within: readonly Recording[];
  readonly files: readonly SizedFile[];
};

async function ownerWithin(
  tools: OriginalTools,
  was: Recording,
  { scope, within, files }: Circle,
): Promise<string> {
  const sha256 = await hashOf(tools, was, files);
  const equal = await findEqual(tools, { scope, within, files }, sha256);
  return ownerFor(tools, { scope, sha256 }, equal ?? was.assetId, was.assetId);
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
  { within, files }: Circle,
  sha256: string,
): Promise<string | undefined> {
  for (const other of within) {
    if (other.source && canStandIn(other) && (await hashOf(tools, other, files)) === sha256)
      return other.assetId;
  }
  return undefined;
}

/** Claims the content for `candidate` unless somebody has it; who was refused or failed has it no more. */
async function ownerFor(
  { store, contents }: OriginalTools,
  content: Content,
  candidate: string,
  self: string,
): Promise<string> {
  const owner = await contents.claim(content, candidate);
  if (owner === self) return owner;
  const recording = await store.find(owner);
  return recording && canStandIn(recording) ? owner : contents.claim(content, candidate, owner);
}
