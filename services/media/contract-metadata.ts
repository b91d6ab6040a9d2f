import * as z from 'zod';
import { CompetenceCode, LanguageTag, Licence, Line, Provenance, Sha256 } from '#shared/contract/values.ts';
import type { AssetKind } from './domain/asset-kind.ts';
import type { PeopleShown } from './domain/asset-metadata.ts';

export const MediaKind = z.enum(['video', 'audio', 'image', 'document', 'package'] satisfies AssetKind[]);

/** What the uploader says of a file. */
export const AssetMetadata = {
  language: LanguageTag.default('vi'),
  licence: Licence.optional(),
  source: Provenance.optional(),
  competenceCodes: z.array(CompetenceCode).max(12).default([]),
  /** Who can be recognised, with the consent that was given; absent when nobody was asked. */
  peopleShown: z.enum(['nobody', 'adults-agreed', 'children-both-agreed'] satisfies PeopleShown[]).optional(),
  /** Of a picture: what somebody who cannot see it needs to know. The page asks for it when it sees the file. */
  altText: Line(500).optional(),
};

/** Of the file as the sender has it: tells of a file that is here already before any of it is sent. */
export const ContentHash = { sha256: Sha256.optional() };

/** Bytes. */
const Quota = z.object({ limit: z.int(), used: z.int() });
const Quotas = z.object({ day: Quota, room: Quota });
/** `day` counts what was announced today, `room` all that is kept. */
export const UploadQuota = z.object({ person: Quotas, centre: Quotas }).meta({ id: 'UploadQuota' });
