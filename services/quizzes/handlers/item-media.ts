import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { itemMediaRoutes } from '../contract.ts';
import { mediaOf } from '../domain/item-media.ts';
import type { Media } from '../domain/question.ts';
import { seenMedia } from '../domain/seen-media.ts';
import { ItemFiles, READABLE_FOR } from '../item-files.ts';
import { quizProblems } from '../problems.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const bank = new BankStore(db, tableName());
const attempts = new AttemptStore(db, tableName());
const files = new ItemFiles();

const addressOf = async (media: Media | undefined) =>
  media
    ? ({ status: 200, body: { url: await files.signMedia(media), expiresInSeconds: READABLE_FOR } } as const)
    : refuse('not-found');

/** A file is only ever reached through what names it: a question of a bank, or the paper of one's own attempt. */
export const handler = serviceApi(itemMediaRoutes, quizProblems, {
  getItemFile: async ({ params: { courseId, itemId, fileId } }) => {
    const items = await bank.findItems(courseId, [itemId]);
    const question = (await bank.findQuestions(items)).get(itemId);
    return addressOf(question && mediaOf(question).find((media) => media.fileId === fileId));
  },
  getAttemptFile: async ({ actor, params: { attemptId, fileId } }) => {
    const held = await attempts.findHeld({ personId: actor.personId, attemptId });
    return addressOf(held && seenMedia(held.paper, fileId));
  },
});
