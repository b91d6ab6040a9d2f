import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { itemMediaRoutes } from '../contract.ts';
import type { BankFile } from '../domain/item-media.ts';
import { seenMedia } from '../domain/seen-media.ts';
import { ItemFiles, READABLE_FOR } from '../item-files.ts';
import { quizProblems } from '../problems.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const bank = new BankStore(db, tableName());
const attempts = new AttemptStore(db, tableName());
const files = new ItemFiles();

const addressOf = async (media: BankFile | undefined) =>
  media
    ? ({ status: 200, body: { url: await files.signMedia(media), expiresInSeconds: READABLE_FOR } } as const)
    : refuse('not-found');

/** A file is only ever reached through what has it: a bank, or the paper of one's own attempt. */
export const handler = serviceApi(itemMediaRoutes, quizProblems, {
  getBankFile: async ({ params: { courseId, fileId } }) =>
    addressOf((await bank.findFiles(courseId, [{ fileId }])).get(fileId)),
  getAttemptFile: async ({ actor, params: { attemptId, fileId } }) => {
    const held = await attempts.findHeld({ personId: actor.personId, attemptId });
    return addressOf(held && seenMedia(held.paper, fileId));
  },
});
