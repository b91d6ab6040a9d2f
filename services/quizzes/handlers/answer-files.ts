import { hasRole } from '#shared/auth/actor.ts';
import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { ClassStore } from '../class-store.ts';
import { handOverFile } from '../commands/hand-over-file.ts';
import { answerFileRoutes } from '../contract.ts';
import { ItemFiles, READABLE_FOR } from '../item-files.ts';
import { MarkingStore } from '../marking-store.ts';
import { quizProblems } from '../problems.ts';
import { isInSight, learnersInSight } from '../queries/learners-in-sight.ts';
import { markingFile } from '../queries/marking-file.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const files = new ItemFiles();
const classes = new ClassStore(db, tableName());
const tools = {
  attempts: new AttemptStore(db, tableName()),
  bank: new BankStore(db, tableName()),
  marking: new MarkingStore(db, tableName()),
  files,
};

const address = (url: string) => ({ status: 200, body: { url, expiresInSeconds: READABLE_FOR } }) as const;

/** What people hand in: reached by whoever handed it in, and by whoever has it in hand to mark it. */
export const handler = serviceApi(answerFileRoutes, quizProblems, {
  handOverFile: async ({ actor, params, body, at }) => {
    const announced = { personId: actor.personId, ...params, ...body };
    const handed = await handOverFile(tools, announced, at);
    return typeof handed === 'string' ? refuse(handed) : { status: 200, body: handed };
  },
  getAnswerFile: async ({ actor, params }) => {
    const held = await tools.attempts.findHeld({ personId: actor.personId, attemptId: params.attemptId });
    const file = held?.files?.find(
      ({ itemId, fileId }) => itemId === params.itemId && fileId === params.fileId,
    );
    return file ? address(await files.lendAnswer({ ...params, ...file })) : refuse('not-found');
  },
  getMarkingFile: async ({ actor, params, at }) => {
    const learners = await learnersInSight(classes, actor);
    const marker = {
      markerId: actor.personId,
      isHead: hasRole(actor, 'training-head'),
      inSight: (personId: string) => isInSight(learners, actor, personId),
    };
    const found = await markingFile(tools, params, marker, at);
    if (!found) return refuse('not-found');
    return address(await ('answer' in found ? files.lendAnswer(found.answer) : files.signMedia(found.shown)));
  },
});
