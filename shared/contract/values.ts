import * as z from 'zod';
import { ROLES } from './roles.ts';

/** A sortable identifier that says nothing about what it names (ULID, Crockford base 32, upper case). */
export const Id = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not an identifier of this platform');
/** An instant in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime();
/** A calendar day as people in Ho Chi Minh City count it, YYYY-MM-DD. */
export const Day = z.iso.date();
/** A mark on the 10-point scale in hundredths: 7,5 is 750. */
export const Hundredths = z.int().min(0).max(1000);
export const RoleName = z.enum(ROLES);
/** A component of the learners' digital competence framework, circular 02/2025/TT-BGDĐT: six domains, 24 components. */
export const CompetenceCode = z.string().regex(/^(1\.[1-3]|2\.[1-6]|3\.[1-4]|4\.[1-4]|5\.[1-4]|6\.[1-3])$/);
/** A language as BCP 47 writes it: language, script, region. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
/** The terms under which something may be used, as its author names them. */
export const Licence = z.string().min(1).max(100);
/** Where something comes from: an author, an address, an institution. */
export const Provenance = z.string().min(1).max(300);
/** SHA-256 in hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** One line of text as people type it: trimmed, composed (NFC), never empty. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .transform((text) => text.normalize('NFC'));
/** Several lines, composed (NFC); may be empty. */
export const Text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC'));

/** Sent with every create: the same key from the same person gives the same answer and one effect. */
export const IdempotencyKey = z.object({ 'idempotency-key': z.string().min(8).max(64) });
/** RFC 9457 problem details, with a stable `code` and, for invalid requests, one entry per faulty field. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    traceId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
