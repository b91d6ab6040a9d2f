import type { Sender } from '#shared/http/asker-address.ts';
import type { Cause } from '#shared/messaging/outbox.ts';
import type { TryStore } from '#shared/store/try-store.ts';
import { tvCodeCounters } from '#shared/store/tv-code-tries.ts';
import { assetOf } from '../domain/edition.ts';
import { listedOf } from '../domain/material.ts';
import { closingTime, isTvCodeOpen, type TvCode } from '../domain/tv-code.ts';
import { tvCodeChanged } from '../events-out.ts';
import type { MaterialStore } from '../store.ts';
import type { TvCodeStore } from '../tv-code-store.ts';

type Stores = { readonly materials: MaterialStore; readonly codes: TvCodeStore };
/** Digits that were drawn, and what others may know of them. */
export type Drawn = Pick<TvCode, 'code' | 'codeDigest'>;

/**
 * Opens a listed material to the television on which the new code is typed; the code before it opens nothing any more.
 * On a repeat of the request, the code made first, while it is the material's.
 */
export async function openTvCode(
  { materials, codes }: Stores,
  command: { readonly materialId: string; readonly drawn: Drawn; readonly requestKey: string },
  cause: Cause,
): Promise<TvCode | 'not-found' | 'conflict'> {
  const { materialId, drawn, requestKey } = command;
  const material = await materials.find(materialId);
  const listed = material && listedOf(material);
  if (!listed) return 'not-found';
  const assetId = assetOf(listed);
  const next: TvCode = {
    ...{ ...drawn, materialId, closesAt: closingTime(cause.at) },
    ...(assetId && { assetId }),
  };
  const former = await codes.findOf(materialId);
  const request = { actor: cause.actor, route: `tv-code#${materialId}`, key: requestKey, at: cause.at };
  const outbox = tvCodeChanged({ former: former.tvCode, next }, cause);
  const saved = await codes.replace(next, former, outbox, request);
  if (saved === 'saved') return next;
  const earlier = saved === 'repeated' ? await codes.findEarlier(request) : undefined;
  const made = earlier === undefined ? undefined : await codes.find(earlier);
  return made?.materialId === materialId ? made : 'conflict';
}

/** Ends the code of a material; done already when there is none. */
export async function closeTvCode(
  codes: TvCodeStore,
  materialId: string,
  cause: Cause,
): Promise<'closed' | 'conflict'> {
  const { tvCode } = await codes.findOf(materialId);
  return tvCode ? codes.close(tvCode, tvCodeChanged({ former: tvCode }, cause), cause.at) : 'closed';
}

/** The material that a code opens for whoever asks. */
export async function materialOfCode(
  { codes, tries }: { readonly codes: TvCodeStore; readonly tries: TryStore },
  { code, sender }: { readonly code: string; readonly sender: Sender },
  at: string,
): Promise<{ readonly materialId: string } | 'not-found' | 'too-many-codes'> {
  const counters = tvCodeCounters(sender, at);
  if (!(await tries.take(counters, at))) return 'too-many-codes';
  const tvCode = await codes.find(code);
  if (!(tvCode && isTvCodeOpen(tvCode, at))) return 'not-found';
  await tries.giveBack(counters);
  return tvCode;
}
