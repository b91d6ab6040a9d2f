import type { Content } from '../content-store.ts';
import { COMPARING, contentOf, piecesOf } from '../domain/content-pieces.ts';
import { byArrival, canStandIn, type Recording, type Scope, scopesOf } from '../domain/recording.ts';
import { type CompareTools, type Look, lookAt } from './compare-bytes.ts';

/** `unread` when there is more to read than one look has time for: it is to be looked at again. */
export type Original = { readonly duplicateOf?: string } | 'unread';

/**
 * The recording that an arrived file repeats byte for byte, of the same person or for the same course, so that it is
 * transcoded once. Files of different lengths are never read for this, nor for one that cannot be the original; of the same
 * length each is read once. Of several that arrive at the same time one owns the content, and all find the same one.
 */
export async function findOriginal(tools: CompareTools, was: Recording): Promise<Original> {
  const { assetId, bytes } = was;
  const files = await tools.contents.ofSize(bytes);
  // Without an entry of its own nothing that is read of it could be noted.
  if (!files.some((file) => file.assetId === assetId)) return {};
  const found = await Promise.all(
    files.filter((file) => file.assetId !== assetId).map((file) => tools.store.find(file.assetId)),
  );
  // What has not arrived finds this one when it does: whoever compares has noted its own arrival before.
  const others = found
    .flatMap((other) => (other?.source && canStandIn(other) ? [other] : []))
    .sort(byArrival);
  const look = lookAt(tools, was, files);
  for (const scope of scopesOf(was)) {
    const within = others.filter((other) => scopesOf(other).includes(scope));
    const owner = within.length > 0 ? await ownerWithin(tools, was, { scope, within, look }) : { assetId };
    if (owner === 'unread') return owner;
    if (owner.assetId !== assetId) return { duplicateOf: owner.assetId };
  }
  return {};
}

type Circle = {
  readonly scope: Scope;
  readonly within: readonly Recording[];
  readonly look: Look;
};
type Owner = { readonly assetId: string } | 'unread';

async function ownerWithin(tools: CompareTools, was: Recording, circle: Circle): Promise<Owner> {
  const { assetId, bytes } = was;
  const digests = await circle.look.digests(was);
  const equal = digests && (await findEqual(circle, digests));
  if (!digests || equal === 'unread') return 'unread';
  const digest = contentOf(piecesOf(bytes, tools.comparing ?? COMPARING), digests);
  const content = { scope: circle.scope, digest };
  return { assetId: await ownerFor(tools, content, equal?.assetId ?? assetId, assetId) };
}

/** The first other file of this content. */
async function findEqual({ within, look }: Circle, digests: readonly string[]): Promise<Owner | undefined> {
  for (const other of within) {
    const isEqual = await look.hasPieces(other, digests);
    if (isEqual === undefined) return 'unread';
    if (isEqual) return other;
  }
  return undefined;
}

/** Claims the content for `candidate` unless somebody has it; who was refused or failed has it no more. */
async function ownerFor(
  { store, contents }: CompareTools,
  content: Content,
  candidate: string,
  self: string,
): Promise<string> {
  const owner = await contents.claim(content, candidate);
  if (owner === self) return owner;
  const recording = await store.find(owner);
  return recording && canStandIn(recording) ? owner : contents.claim(content, candidate, owner);
}
