import * as z from 'zod';
import { CompetenceCode, Id, Instant } from '#shared/contract/values.ts';
import { PublishedCaptions } from './contract-captions.ts';
import { AssetMetadata, MediaKind } from './contract-metadata.ts';
import { PlayableDocument, PlayableImage, PlayablePackage } from './contract-papers.ts';
import type { FailureCode } from './domain/asset.ts';
import type { RejectionCode } from './domain/rejection.ts';

/** The lesson of its course that a recording belongs to; absent when it is for the whole course. */
export const LessonNo = z.int().min(1).max(200);

/** The whole recording in one file; only for short ones, where it starts sooner than a playlist. */
const WholeFile = z
  .object({
    path: z.string(),
    bytes: z.int(),
    /** Pixels. */
    height: z.int(),
  })
  .meta({ id: 'WholeFile' });

/** What a viewer on a paid line wants to know before anything is fetched. */
const Rendition = z
  .object({
    /** Its folder beside the master playlist: `audio`, `240p`, `480p`. */
    name: z.string(),
    /** Pixels; absent for the sound alone. */
    height: z.int().optional(),
    /** All that is fetched to play it to its end: with a picture the sound is counted too. */
    bytes: z.int(),
  })
  .meta({ id: 'Rendition' });

/** A file as those see it who send and appraise files. */
export const MediaAsset = z
  .object({
    assetId: Id,
    title: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    courseId: Id.optional(),
    lessonNo: LessonNo.optional(),
    ...AssetMetadata,
    language: z.string(),
    competenceCodes: z.array(CompetenceCode),
    altText: z.string().optional(),
    /** Known once the file was looked at. */
    kind: MediaKind.optional(),
    status: z.enum(['awaiting-upload', 'received', 'transcoding', 'ready', 'rejected', 'failed']),
    /** Whole percent of the transcoding that is done. */
    percent: z.int().min(0).max(100),
    /** Stable code of a rejection or failure, for example UNRECOGNISED. */
    reason: z.string().optional(),
    /** With TRUNCATED: the picture is whole up to here. */
    goodUntilSeconds: z.number().optional(),
    /** With DUPLICATE: the asset that has the same bytes, where the reader may know of it. */
    duplicateOf: Id.optional(),
    /** After a failure that trying again may cure. */
    canRetry: z.boolean().optional(),
    /** Whether it may be given up now; told of one file, not in lists. */
    canGiveUp: z.boolean().optional(),
    uploadedBy: Id,
    createdAt: Instant,
    durationMs: z.int().optional(),
    /** Paths on this site; present when ready. */
    playlist: z.string().optional(),
    poster: z.string().optional(),
    /** WebVTT whose cues name pieces of one picture (`sprite.jpg#xywh=…`): what is seen at a time. */
    storyboard: z.string().optional(),
    /** JSON with the loudest and lowest sample of every stretch of the sound, to draw it. */
    waveform: z.string().optional(),
    mp4: WholeFile.optional(),
    /** Smallest first; absent for recordings that were published before sizes were kept. */
    renditions: z.array(Rendition).optional(),
    /** What viewers can choose. */
    captions: z.array(PublishedCaptions).optional(),
    /** What a ready document, picture or package has instead of a playlist. */
    document: PlayableDocument.optional(),
    image: PlayableImage.optional(),
    package: PlayablePackage.optional(),
  })
  .meta({ id: 'MediaAsset' });
export type MediaAsset = z.infer<typeof MediaAsset>;

/** Why a file was not taken or could not be converted; whoever shows a reason has a sentence for each. */
export type ReasonCode = RejectionCode | FailureCode;

/** A file as those see it who watch, read and look. */
export const PlayableAsset = MediaAsset.pick({
  assetId: true,
  title: true,
  kind: true,
  lessonNo: true,
  durationMs: true,
  playlist: true,
  poster: true,
  storyboard: true,
  waveform: true,
  mp4: true,
  captions: true,
  document: true,
  image: true,
  package: true,
})
  .extend({
    /** Smallest first; empty for recordings that were published before sizes were kept. */
    renditions: z.array(Rendition).default([]),
    /** `enrolled`: a pass is given to learners of the course and to staff alone; told in lists of a course. */
    access: z.enum(['open', 'enrolled']).optional(),
  })
  .meta({ id: 'PlayableAsset' });
