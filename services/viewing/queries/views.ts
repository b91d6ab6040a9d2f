import type { PackageResult } from '../domain/package-result.ts';
import type { PackageWhole } from '../domain/package-whole.ts';
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

/** What a package that was just opened goes on from. */
export const packageStartView = ({ status, place, totalSeconds, sessionCount }: PackageResult) => ({
  ...{ status, totalSeconds },
  location: place?.location ?? '',
  suspendData: place?.suspendData ?? '',
  ...(place?.score && { score: place.score }),
  earlierSessions: sessionCount - 1,
});

/** How far somebody has come in the lessons that were begun; nobody has begun any where nothing is known. */
export const packageProgressView = ({ results }: Pick<PackageWhole, 'results'> = { results: {} }) => ({
  lessons: Object.entries(results).map(([lesson, result]) => ({ lesson: Number(lesson), ...result })),
});
