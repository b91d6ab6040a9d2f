import type { DataOf } from '#events/define-event.ts';
import type { MediaReadyV1 } from '#events/media/media-ready.v1.ts';
import type { About, AssetFile } from './domain/edition.ts';

type Ready = DataOf<typeof MediaReadyV1>;

/** The file of a material, as the media service tells of it. */
export const assetFile = ({ assetId, courseId, lessonNo, durationMs, kind }: Ready): AssetFile => ({
  ...{ assetId, kind: kind ?? 'video' },
  ...(courseId && { courseId }),
  ...(lessonNo && { lessonNo }),
  ...(durationMs > 0 && { durationMs }),
});

/** What its uploader said about it. Of people in it nothing is taken for granted: where nobody was asked it is unknown. */
export const aboutAsset = (ready: Ready): About => ({
  title: ready.title ?? ready.assetId,
  summary: '',
  language: ready.language ?? 'vi',
  ...(ready.licence && { licence: ready.licence }),
  ...(ready.source && { source: ready.source }),
  tracks: [],
  audiences: [],
  competenceCodes: ready.competenceCodes ?? [],
  peopleShown: ready.peopleShown ?? 'unknown',
  ...(ready.altText && { altText: ready.altText }),
});
