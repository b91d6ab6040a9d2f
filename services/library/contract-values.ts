import * as z from 'zod';
import {
  CompetenceCode,
  Id,
  Instant,
  LanguageTag,
  Licence,
  Line,
  Provenance,
  Text,
} from '#shared/contract/values.ts';

/** What the media service makes ready, and what is kept elsewhere: an address, or a document on paper or of the ministry. */
export const MaterialKind = z.enum(['video', 'audio', 'image', 'document', 'package', 'link', 'reference']);

/** Collections that the plan of the sector names. */
export const Track = z.enum(['stem', 'computational-thinking', 'ai', 'security', 'everyday-skills']);
/** For whom it is made; a material without one is for everybody. */
export const Audience = z.enum(['older', 'workers', 'students', 'teachers']);
/** Whether people can be recognised in it, and who agreed. Of children both the child and a guardian have to. */
const PeopleShown = z.enum(['nobody', 'adults-agreed', 'children-both-agreed', 'unknown']);
const Access = z.enum(['open', 'enrolled']);

/** Where a version of a material stands: what its maker and its appraiser see. */
const DraftState = z.enum(['draft', 'submitted', 'returned']);
export const WithdrawalReason = z.enum(['licence', 'consent', 'wrong', 'outdated', 'other']);

/** What a second person looks at before a material is listed. */
export const Check = z.enum([
  'content-right',
  'competence-fits',
  'licence-clear',
  'captions-where-speech',
  'people-agreed',
]);

/** An address on the open web: nothing that runs in the page that shows it, and nothing but https. */
export const WebAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^https:\/\/[^\s/$.?#@]+\.[^\s@]+$/, 'is not an https address');

/** Number, day and issuer of a document, or author, title and year of a book. */
export const Citation = Line(400);

/** What its makers say about a material. */
export const about = {
  title: Line(120),
  summary: Text(600),
  language: LanguageTag,
  licence: Licence.optional(),
  source: Provenance.optional(),
  tracks: z.array(Track).max(5),
  audiences: z.array(Audience).max(4),
  competenceCodes: z.array(CompetenceCode).max(12),
  peopleShown: PeopleShown,
  /** Of a picture: what somebody who cannot see it needs to know. It is not handed in without. */
  altText: Line(500).optional(),
};

/** One version of a material, in work or issued. */
export const Edition = z.object({
  version: z.int().min(1),
  kind: MaterialKind,
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  licence: z.string().optional(),
  source: z.string().optional(),
  tracks: z.array(Track),
  audiences: z.array(Audience),
  competenceCodes: z.array(CompetenceCode),
  peopleShown: PeopleShown,
  access: Access,
  assetId: Id.optional(),
  courseId: Id.optional(),
  lessonNo: z.int().optional(),
  durationMs: z.int().optional(),
  url: z.string().optional(),
  citation: z.string().optional(),
  altText: z.string().optional(),
});

/** What was decided about a material, by whom, kept for ever. */
const Decision = z
  .object({
    verdict: z.enum(['issued', 'returned', 'withdrawn', 'reinstated']),
    version: z.int(),
    by: Id,
    at: Instant,
    checks: z.array(Check).optional(),
    reason: WithdrawalReason.optional(),
    remarks: z.string().optional(),
  })
  .meta({ id: 'MaterialDecision' });

/** A material as those see it who make and appraise it. */
export const DeskMaterial = z
  .object({
    materialId: Id,
    createdBy: Id,
    createdAt: Instant,
    changedAt: Instant,
    /** To hand back with a change: who looked at an older one is refused. */
    revision: z.int(),
    /** The version that is being worked on or waits; absent when the issued one is the last. */
    draft: Edition.extend({
      state: DraftState,
      /** Who may not appraise it. */
      editedBy: z.array(Id),
      submittedAt: Instant.optional(),
      /** Of whoever returned it. */
      remarks: z.string().optional(),
      /** What has to be mended before it can be handed in. */
      missing: z.array(z.enum(['licence', 'source', 'consent', 'track', 'url', 'citation', 'alt-text'])),
    }).optional(),
    issued: Edition.extend({ issuedAt: Instant }).optional(),
    /** Of a recording: whether viewers have captions in its language; of the draft, or else of what is issued. */
    isCaptioned: z.boolean().optional(),
    withdrawn: z.object({ at: Instant, reason: WithdrawalReason, remarks: z.string().optional() }).optional(),
  })
  .meta({ id: 'DeskMaterial' });
export type DeskMaterial = z.infer<typeof DeskMaterial>;

export const MaterialFile = DeskMaterial.extend({ decisions: z.array(Decision) }).meta({
  id: 'MaterialFile',
});
export type MaterialFile = z.infer<typeof MaterialFile>;
