import { type PictureFacts, type ProbeFacts, planTranscode, type TranscodePlan } from './plan.ts';

const PICTURE: PictureFacts = {
  display: { width: 1920, height: 1080 },
  coded: { width: 1920, height: 1080 },
  rotation: 0,
  frameRate: 30,
  highDynamicRange: false,
  content: 'camera',
};

/** What tests may change of a lecture as phones film it; `picture` needs naming only where it differs. */
export interface FactChanges extends Partial<Omit<ProbeFacts, 'picture'>> {
  readonly picture?: Partial<PictureFacts>;
  /** Leaves one of its tracks out. */
  readonly without?: 'picture' | 'sound';
}

/** The facts of a lecture of a minute and a second, filmed upright with one microphone. */
export function factsOf({ picture, without, ...changes }: FactChanges = {}): ProbeFacts {
  return {
    container: 'isobmff',
    startsAt: 0,
    endsAt: 61,
    ...(without !== 'picture' && { picture: { ...PICTURE, ...picture } }),
    ...(without !== 'sound' && { sound: { channels: 1 } }),
    ...changes,
  };
}

/** The plan for such a lecture; a refusal is a fault of the test. */
export function planOf(changes: FactChanges = {}, engine = 'engine/1'): TranscodePlan {
  const verdict = planTranscode(factsOf(changes), engine);
  if (!verdict.ok) throw new Error(verdict.rejection.code);
  return verdict.value;
}
