import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey } from '#shared/contract/values.ts';
import { ItemMedia } from './contract-items.ts';
import { Address, FaultCode, FileId } from './contract-values.ts';

/** Files of questions that are read. `list` is plain text, numbered as teachers type it. */
export const ItemFormat = z.enum(['gift', 'aiken', 'list', 'word', 'excel', 'moodle-xml', 'qti']);
export type ItemFormat = z.infer<typeof ItemFormat>;

/** Of a file that is imported. Bytes. */
export const MAX_ITEM_FILE = 20 * 1024 * 1024;
/** Of a pasted text; a request is 6 MB at most, and a Vietnamese letter takes three bytes. Characters. */
const MAX_TEXT = 1_500_000;

const Remark = z
  .object({
    /** Line of a text or row of a sheet, question by its own number, or file of a package; all count from 1. */
    line: z.int().optional(),
    number: z.int().optional(),
    file: z.string().optional(),
    title: z.string().optional(),
    code: FaultCode,
    /** The name that the file gives to what was met. */
    what: z.string().optional(),
    /** A sentence in the caller's language. */
    detail: z.string(),
  })
  .meta({ id: 'ItemRemark' });

/** Files of questions that are written. */
export const ExportFormat = z.enum(['gift', 'moodle-xml', 'qti']);
export type ExportFormat = z.infer<typeof ExportFormat>;

const bank = { roles: ['teacher', 'training-head'], params: z.object({ courseId: Id }) } as const;

/** Item banks as files. Answered by a function of its own, which holds the readers of all formats (docs/adr/0024). */
export const exchangeRoutes = {
  requestItemUpload: route({
    ...bank,
    method: 'POST',
    path: '/v1/item-banks/{courseId}/uploads',
    summary:
      'An address to send one file to, within a quarter of an hour: of questions, or what a question is to show',
    body: z.strictObject({ bytes: z.int().min(1).max(MAX_ITEM_FILE) }),
    answers: { 200: z.object({ fileId: Id, url: z.string() }) },
  }),
  addItemFile: route({
    ...bank,
    method: 'POST',
    path: '/v1/item-banks/{courseId}/files',
    summary:
      'Take a picture, sound or film that was sent before into a bank, known by its first bytes; its questions may show it then',
    body: z.strictObject({ fileId: Id }),
    answers: { 200: ItemMedia.omit({ alt: true }).meta({ id: 'ItemFile' }) },
    refusals: ['file-not-found', 'file-not-shown'],
  }),
  importQuestions: route({
    ...bank,
    method: 'POST',
    path: '/v1/item-banks/{courseId}/imports',
    summary:
      'Read a file of questions, sent before or as text, into a course’s bank; each faulty question is named, good ones are kept',
    headers: IdempotencyKey,
    body: z.union([
      z.strictObject({ format: ItemFormat, text: z.string().min(1).max(MAX_TEXT) }),
      z.strictObject({ format: ItemFormat, fileId: Id }),
    ]),
    answers: {
      201: z.object({
        imported: z.int(),
        unchanged: z.int(),
        /** Questions that were left out. */
        faults: z.array(Remark),
        /** What was left behind of questions that were taken in, and of the file. */
        notices: z.array(Remark),
      }),
      /** Still being written: the same request again goes on, and so does a job; `left` are not in the bank yet. */
      202: z.object({ imported: z.int(), left: z.int() }),
    },
    refusals: ['file-not-found', 'file-unreadable', 'file-too-large', 'too-many-questions', 'conflict'],
  }),
  exportQuestions: route({
    ...bank,
    method: 'GET',
    path: '/v1/item-banks/{courseId}/exports',
    summary:
      'The questions of a course’s bank with their keys as one file; what the format cannot say is named',
    query: z.object({ format: ExportFormat }),
    answers: { 200: Address.extend({ questions: z.int(), notices: z.array(Remark) }) },
  }),
};

/** Pictures, sounds and films of questions, by short-lived addresses. */
export const itemMediaRoutes = {
  getBankFile: route({
    ...bank,
    method: 'GET',
    path: '/v1/item-banks/{courseId}/files/{fileId}',
    summary: 'An address of a file that a bank has',
    params: z.object({ courseId: Id, fileId: FileId }),
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
  getAttemptFile: route({
    method: 'GET',
    path: '/v1/attempts/{attemptId}/files/{fileId}',
    roles: ['learner'],
    summary: 'An address of a file that the paper of an own attempt names',
    params: z.object({ attemptId: Id, fileId: FileId }),
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
};
