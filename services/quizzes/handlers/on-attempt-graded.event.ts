import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { causedBy } from '#shared/messaging/outbox.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { takeUpGrade } from '../commands/take-up-grade.ts';
import { MarkStore } from '../mark-store.ts';
import { StatisticsStore } from '../statistics-store.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const stores = {
  bank: new BankStore(db, tableName()),
  attempts: new AttemptStore(db, tableName()),
  marks: new MarkStore(db, tableName()),
  statistics: new StatisticsStore(db, tableName()),
};

export const handler = eventConsumer(AttemptGradedV1, ({ data, metadata }) =>
  takeUpGrade(stores, data, causedBy(metadata)),
);
