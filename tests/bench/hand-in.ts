import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { attemptKey } from '../../services/quizzes/keys.ts';
import { connect } from '../../shared/store/document-client.ts';
import { findItem } from '../../shared/store/find-item.ts';
import { openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { enrol } from '../support/learning.ts';
import { startPlatform } from '../support/platform.ts';
import { bareHandler } from './bare-handler.ts';
import { printTable, quantile, timed } from './figures.ts';
import { openQuiz } from './open-quiz.ts';
import { someAnswer } from './questions.ts';

const ITEMS = 40;
const LEARNERS = 8;
const ATTEMPTS_EACH = 10;

/** Handing in and grading 40 items in the API's handler, against a bare handler that only writes the same item. */
export async function benchHandIn(): Promise<void> {
  const platform = await startPlatform();
  try {
    const centre = await openCentre(platform, { learners: LEARNERS });
    const runId = await openRun(centre, 100, 'BENCH');
    for (const learner of centre.learners) await enrol(learner, runId);
    await platform.quiet();
    const quizId = await openQuiz(centre, ITEMS, ATTEMPTS_EACH);
    const { handle, table } = await bareHandler(platform, 'Quizzes');
    const db = connect();
    const one = async (learner: Client): Promise<readonly [number, number]> => {
      const asLearner = (route: Parameters<typeof handle>[0], parts: Parameters<typeof handle>[3]) =>
        handle(route, learner, ['learner'], parts);
      const { attemptId, items } = await learner.ok(quizRoutes.startAttempt, { params: { quizId } });
      for (const [at, item] of items.entries())
        await asLearner(quizRoutes.saveAnswer, {
          params: { attemptId, itemId: item.itemId },
          body: { response: someAnswer(item, at), version: 1 },
        });
      const graded = await timed(() => asLearner(quizRoutes.submitAttempt, { params: { attemptId } }));
      const Item = await findItem(db, table, attemptKey(learner.personId, attemptId));
      const copy = { ...Item, pk: `BENCH#${randomUUID()}`, gsi1pk: undefined, gsi1sk: undefined };
      const written = await timed(() => db.send(new PutCommand({ TableName: table, Item: copy })));
      return [graded, written];
    };
    const samples: (readonly [number, number])[] = [];
    for (let round = 0; round < ATTEMPTS_EACH; round += 1)
      for (const learner of centre.learners) {
        const sample = await one(learner);
        if (round > 0) samples.push(sample);
      }
    const of = (at: 0 | 1, share: number) =>
      quantile(
        samples.map((sample) => sample[at]),
        share,
      );
    printTable(
      `Handing in ${ITEMS} items`,
      ['', 'handed in and graded, ms', 'only written, ms', 'ratio', 'samples'],
      [0.5, 0.99].map((share) => [
        `p${share * 100}`,
        of(0, share),
        of(1, share),
        of(0, share) / of(1, share),
        samples.length,
      ]),
    );
  } finally {
    await platform.stop();
  }
}
