import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id } from '#shared/contract/values.ts';
import { MAX_ANSWER_FILE } from './contract-items.ts';
import { Address, FileId } from './contract-values.ts';

/** Files that answer questions. Answered by a function of its own: it holds whole files, and no save waits for one. */
export const answerFileRoutes = {
  handOverFile: route({
    method: 'POST',
    path: '/v1/attempts/{attemptId}/answers/{itemId}/files',
    roles: ['learner'],
    summary:
      'Hand over a file for an answer: gives an address to send it to and, asked again after that, takes it by its first bytes',
    params: z.object({ attemptId: Id, itemId: Id }),
    body: z.strictObject({
      /** SHA-256 of its bytes, in hex: the store takes no others under this name. */
      fileId: FileId,
      mediaType: z.string().max(100),
      bytes: z.int().min(1).max(MAX_ANSWER_FILE),
    }),
    answers: {
      200: z.object({
        /** It has arrived, and an answer may name it. */
        there: z.boolean(),
        /** Where it is to be sent with PUT and exactly these headers, within a quarter of an hour. */
        upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }).optional(),
      }),
    },
    refusals: ['not-found', 'attempt-closed', 'file-not-taken', 'too-many-files'],
  }),
  getAnswerFile: route({
    method: 'GET',
    path: '/v1/attempts/{attemptId}/answers/{itemId}/files/{fileId}',
    roles: ['learner'],
    summary: 'An address of a file that was handed over for an answer of an own attempt',
    params: z.object({ attemptId: Id, itemId: Id, fileId: FileId }),
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
  getMarkingFile: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/marking/{taskId}/files/{fileId}',
    roles: ['teacher', 'training-head'],
    summary:
      'An address of a file of the answer that the caller has taken up, or of what its question shows; not of any other',
    params: z.object({ quizId: Id, taskId: Id, fileId: FileId }),
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
};
