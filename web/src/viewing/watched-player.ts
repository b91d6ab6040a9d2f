import type { PlayerProps } from '../player/player.tsx';
import { askedPlace } from './asked-place.ts';
import { resumeAt } from './resume.ts';
import { watch } from './watch.ts';

export { Player } from '../player/player.tsx';

/** What makes the player go on where the person stopped, on whichever device, and take down what they see. */
export const watching = async ({
  assetId,
  durationMs,
}: PlayerProps['asset']): Promise<Pick<PlayerProps, 'from' | 'onVideo'>> => {
  if (assetId === undefined) return {};
  const from = askedPlace(location.search) ?? (await resumeAt(assetId, durationMs));
  return { from, onVideo: (video) => watch(video, assetId) };
};
