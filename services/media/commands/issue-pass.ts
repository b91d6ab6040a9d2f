import { createHash } from 'node:crypto';
import type { Actor } from '#shared/auth/actor.ts';
import type { Sender } from '#shared/http/asker-address.ts';
import type { TryStore } from '#shared/store/try-store.ts';
import { tvCodeCounters } from '#shared/store/tv-code-tries.ts';
import type { AccessStore } from '../access-store.ts';
import { accessOf, decideAccess, isShown } from '../domain/access.ts';
import { packageFolderOf } from '../domain/delivery-path.ts';
import { launchOfLesson } from '../domain/paper-presentation.ts';
import type { Recording } from '../domain/recording.ts';
import { openedBy } from '../domain/tv-code.ts';
import type { PassCookie } from '../pass-signer.ts';
import type { RecordingStore } from '../store.ts';

export type Tools = {
  readonly recordings: Pick<RecordingStore, 'find'>;
  readonly access: AccessStore;
  /** The Set-Cookie values that open the files of the asset from `at` on. */
  readonly sign: (assetId: string, at: string) => Promise<readonly string[]>;
};

export type Issued = { readonly assetId: string; readonly cookies: readonly string[] };
type Refused = 'not-found' | 'enrolment-needed';

/** Who asks for what; `viewer` is undefined for a visitor. */
type Asked = { readonly assetId: string; readonly viewer: Actor | undefined; readonly at: string };

async function openedTo(
  { recordings, access }: Pick<Tools, 'recordings' | 'access'>,
  { assetId, viewer }: Asked,
): Promise<Recording | Refused> {
  const [asset, publication] = await Promise.all([recordings.find(assetId), access.findPublication(assetId)]);
  if (!asset) return 'not-found';
  const asksForSeats = viewer && asset.courseId && accessOf(asset, publication) === 'enrolled';
  const seats = asksForSeats ? await access.seatsOf(viewer.personId, asset.courseId) : [];
  const decision = decideAccess(asset, publication, viewer, seats);
  return decision === 'granted' ? asset : decision;
}

/** A pass for whoever may watch the asset. */
export async function issuePass(tools: Tools, asked: Asked): Promise<Issued | Refused> {
  const opened = await openedTo(tools, asked);
  if (typeof opened === 'string') return opened;
  return { assetId: asked.assetId, cookies: await tools.sign(asked.assetId, asked.at) };
}

export type PackageTools = Pick<Tools, 'recordings' | 'access'> & {
  readonly signPackage: (assetId: string, at: string) => Promise<readonly PassCookie[]>;
};

/** The same for an interactive package, with the address at its own origin at which the lesson begins. */
export async function issuePackagePass(
  tools: PackageTools,
  { lesson, ...asked }: Asked & { readonly lesson: number },
): Promise<{ readonly launch: string; readonly cookies: readonly PassCookie[] } | Refused> {
  const opened = await openedTo(tools, asked);
  if (typeof opened === 'string') return opened;
  const { assetId, state, extras } = opened;
  if (state.status !== 'ready' || !extras?.package) return 'not-found';
  const within = launchOfLesson(extras.package, lesson);
  if (within === undefined) return 'not-found';
  const launch = `/${packageFolderOf(assetId, state.planHash)}/${within}`;
  return { launch, cookies: await tools.signPackage(assetId, asked.at) };
}

export type TvRequest = {
  readonly code: string;
  readonly at: string;
  /** Where the request comes from, disguised; asked only of screens that are not known. */
  readonly sender: () => Promise<Sender>;
  /** What the screen was given when its digits were right; it asks again without a guess. */
  readonly screenKey?: string | undefined;
  /** For the first screen of a code. */
  readonly drawnKey: string;
};

/**
 * A pass for a television. A try is taken before the digits are looked up and given back for right ones: who guesses
 * learns nothing once the hour has had its number, and what plays already goes on by what its screen holds.
 */
export async function issueTvPass(
  { access, tries, sign }: Pick<Tools, 'access' | 'sign'> & { readonly tries: TryStore },
  { code, at, sender, screenKey, drawnKey }: TvRequest,
): Promise<(Issued & { readonly screenKey: string }) | 'not-found' | 'too-many-codes'> {
  const found = await access.findTvCode(createHash('sha256').update(code).digest('hex'));
  const isKnown = screenKey !== undefined && screenKey === found?.screenKey;
  const counters = isKnown ? [] : tvCodeCounters(await sender(), at);
  if (!(await tries.take(counters, at))) return 'too-many-codes';
  const assetId = found && openedBy(found, at);
  const publication = assetId ? await access.findPublication(assetId) : undefined;
  if (!found || !assetId || !isShown(publication)) return 'not-found';
  if (isKnown) return { assetId, cookies: await sign(assetId, at), screenKey };
  await tries.giveBack(counters);
  const given = await access.saveScreenKey(found, drawnKey);
  return given ? { assetId, cookies: await sign(assetId, at), screenKey: given } : 'not-found';
}
