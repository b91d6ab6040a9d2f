import type { Actor } from '#shared/auth/actor.ts';
import { canRetry } from './asset.ts';
import type { Recording } from './recording.ts';

/**
 * How long a pass opens the files of an asset, in seconds. What is withdrawn plays on for as long at most, and a
 * withdrawal has to be true everywhere within a minute: 15 seconds are left for the event to arrive (docs/adr/0040).
 */
export const PASS_SECONDS = 45;

/** What the library says of an asset. `version` counts the decisions on its material: a later one is the larger. */
export type Publication = {
  readonly assetId: string;
  readonly state: 'issued' | 'withdrawn';
  /** As the library decided it; absent from a withdrawal. */
  readonly access?: 'open' | 'enrolled';
  readonly version: number;
  /** Of a picture: the words for those who do not see it, as they were appraised. */
  readonly altText?: string;
};

/** Whether it may be listed: made ready, which is told elsewhere, and appraised, in whichever order the news came. */
export const isShown = (publication: Pick<Publication, 'state'> | undefined): boolean =>
  publication?.state === 'issued';

/** What nobody waits for, and its owner may give up: sent in part, not to be converted, or withdrawn by the library. */
export function canGiveUp(
  { state, joinedVersion, givenUpAt }: Pick<Recording, 'state' | 'joinedVersion' | 'givenUpAt'>,
  publication: Pick<Publication, 'state'> | undefined,
): boolean {
  if (state.status === 'awaiting-upload') return !joinedVersion;
  if (givenUpAt) return false;
  return state.status === 'ready' ? publication?.state === 'withdrawn' : canRetry(state);
}

/** A seat as the events of a person's enrolment tell of it; `version` counts them. */
export type Seat = {
  readonly personId: string;
  readonly courseId: string;
  readonly runId: string;
  readonly held: boolean;
  readonly version: number;
};

export type WatchedAsset = Pick<Recording, 'assetId' | 'uploadedBy' | 'courseId' | 'lessonNo'>;

/** Who looks at what nobody else may see yet, or any more: to judge it. */
const APPRAISERS: Actor['roles'] = ['content-staff', 'training-head', 'director'];

/** The first lesson of a course, and what belongs to none, is there to be found by everybody. */
export const accessOf = (
  { courseId, lessonNo }: Pick<WatchedAsset, 'courseId' | 'lessonNo'>,
  publication?: Pick<Publication, 'access'>,
): 'open' | 'enrolled' =>
  publication?.access ?? (courseId === undefined || lessonNo === 1 ? 'open' : 'enrolled');

const judges = ({ uploadedBy }: WatchedAsset, viewer: Actor | undefined): boolean =>
  viewer !== undefined &&
  (viewer.personId === uploadedBy || viewer.roles.some((role) => APPRAISERS.includes(role)));

const isStaff = (viewer: Actor | undefined): boolean =>
  viewer?.roles.some((role) => role !== 'learner') ?? false;

/**
 * Whether the files of an asset are opened to a viewer; `undefined` is a visitor. `seats` are those the viewer has, or
 * had, in the asset's course. That something exists which is not shown is nobody's business: it is "not found".
 */
export function decideAccess(
  asset: WatchedAsset,
  publication: Publication | undefined,
  viewer: Actor | undefined,
  seats: readonly Pick<Seat, 'courseId' | 'held'>[],
): 'granted' | 'not-found' | 'enrolment-needed' {
  if (judges(asset, viewer)) return 'granted';
  if (!isShown(publication)) return 'not-found';
  if (accessOf(asset, publication) === 'open' || isStaff(viewer)) return 'granted';
  const isEnrolled = seats.some(({ courseId, held }) => held && courseId === asset.courseId);
  return isEnrolled ? 'granted' : 'enrolment-needed';
}
