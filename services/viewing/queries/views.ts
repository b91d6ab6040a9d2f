import { percentSeen, type Viewing } from '../domain/viewing.ts';

/** A viewing as its person sees it. */
export const positionView = (viewing: Viewing) => {
  const { assetId, courseId, position, durationSeconds, finished, positionAt } = viewing;
  return {
    ...{ assetId, position, durationSeconds, finished },
    ...(courseId && { courseId }),
    coveredPercent: percentSeen(viewing),
    seenAt: new Date(positionAt).toISOString(),
  };
};
