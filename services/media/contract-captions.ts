import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Instant } from '#shared/contract/values.ts';

/** What people at the centre read: Vietnamese, and the languages of neighbours and of courses. BCP 47. */
const CaptionLanguage = z.enum(['vi', 'en', 'zh', 'km', 'ko', 'ja', 'fr']);
export type CaptionLanguage = z.infer<typeof CaptionLanguage>;

/** A track that viewers can choose. */
export const PublishedCaptions = z
  .object({
    language: CaptionLanguage,
    /** How the language calls itself to viewers: `Tiếng Việt`. */
    label: z.string(),
    /** A WebVTT file on this site; its name changes with its content. */
    path: z.string(),
  })
  .meta({ id: 'PublishedCaptions' });

const CaptionTrack = z
  .object({
    language: CaptionLanguage,
    /** Grows by one with every saving. */
    version: z.int().min(1),
    /** How many captions it has. */
    cues: z.int().min(0),
    savedAt: Instant,
    savedBy: Id,
    /** What viewers see; absent for a draft that was never published or is withdrawn. */
    published: z.object({ version: z.int().min(1), path: z.string(), at: Instant }).optional(),
  })
  .meta({ id: 'CaptionTrack' });
export type CaptionTrack = z.infer<typeof CaptionTrack>;

/** Letters of a caption file: a lecture of three hours has 350,000. */
const MOST_LETTERS = 400_000;

const roles = ['content-staff', 'teacher', 'training-head'] as const;
const asset = z.object({ assetId: Id });
const track = asset.extend({ language: CaptionLanguage });

/** A teacher comes to the captions of own recordings alone; another's is `not-found`. */
export const captionRoutes = {
  listCaptions: route({
    method: 'GET',
    path: '/v1/media/{assetId}/captions',
    roles,
    summary: 'The caption tracks of a recording, drafts too',
    params: asset,
    answers: { 200: z.object({ tracks: z.array(CaptionTrack) }) },
    refusals: ['not-found'],
  }),
  getCaptions: route({
    method: 'GET',
    path: '/v1/media/{assetId}/captions/{language}',
    roles,
    summary: 'One caption track as it was last saved, as WebVTT',
    params: track,
    answers: { 200: CaptionTrack.extend({ text: z.string() }) },
    refusals: ['not-found'],
  }),
  saveCaptions: route({
    method: 'PUT',
    path: '/v1/media/{assetId}/captions/{language}',
    roles,
    summary: 'Save a draft, WebVTT or SubRip, made from the version named (0 for the first)',
    params: track,
    body: z.strictObject({ version: z.int().min(0).max(1_000_000), text: z.string().max(MOST_LETTERS) }),
    answers: { 200: CaptionTrack },
    refusals: ['not-found', 'conflict', 'captions-unreadable', 'captions-too-long'],
  }),
  publishCaptions: route({
    method: 'POST',
    path: '/v1/media/{assetId}/captions/{language}/publication',
    roles,
    summary: 'Show this version to viewers, instead of the one before',
    params: track,
    body: z.strictObject({ version: z.int().min(1).max(1_000_000) }),
    answers: { 200: CaptionTrack },
    refusals: ['not-found', 'conflict', 'captions-empty', 'captions-beyond-end', 'not-ready'],
  }),
  withdrawCaptions: route({
    method: 'DELETE',
    path: '/v1/media/{assetId}/captions/{language}/publication',
    roles,
    summary: 'Take the track off the recording; the draft stays',
    params: track,
    answers: { 200: CaptionTrack },
    refusals: ['not-found', 'conflict'],
  }),
};
