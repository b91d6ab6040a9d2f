import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { countGrade } from '../commands/count-grade.ts';
import { StatisticsStore } from '../statistics-store.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const stores = {
  attempts: new AttemptStore(db, tableName()),
  statistics: new StatisticsStore(db, tableName()),
};

export const handler = eventConsumer(AttemptGradedV1, async ({ data }) => {
  const outcome = await retryOnConflict(() => countGrade(stores, data));
  if (!outcome) throw new Error(`statistics of quiz ${data.quizId} lost three races; the event comes again`);
});
