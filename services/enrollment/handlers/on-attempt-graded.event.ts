import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { recordResult } from '../commands/record-result.ts';
import { EnrolmentStore } from '../store.ts';

const enrolments = new EnrolmentStore(connect(), tableName());

export const handler = eventConsumer(AttemptGradedV1, async ({ metadata, data }) => {
  const attempt = { ...data, at: metadata.occurredAt };
  const outcome = await retryOnConflict(() => recordResult(enrolments, data, attempt, causedBy(metadata)));
  if (!outcome) throw new Error(`result of attempt ${data.attemptId} lost three races; it comes again`);
});
