import type { EventContract, EventMetadata, ReceivedEvent } from '#events/define-event.ts';
import { EnrolmentCancelledV1 } from '#events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '#events/enrollment/enrolment-confirmed.v1.ts';
import { EnrolmentWaitlistedV1 } from '#events/enrollment/enrolment-waitlisted.v1.ts';
import { RunCompletedV1 } from '#events/enrollment/run-completed.v1.ts';
import { ClassMemberAddedV1 } from '#events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '#events/people/class-member-removed.v1.ts';
import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptStartedV1 } from '#events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import { type AnyEvent, eventsConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { recordLearning } from '../commands/record-learning.ts';
import type { EnrolmentStatus } from '../domain/course-run.ts';
import type { AttemptStep, LearningChange } from '../domain/learning.ts';
import { ProgressStore } from '../progress-store.ts';

const store = new ProgressStore(connect(), tableName());

async function keep(change: LearningChange): Promise<void> {
  const outcome = await retryOnConflict(() => recordLearning(store, change));
  if (!outcome) throw new Error('three races for one person’s progress were lost; the event comes again');
}

type Told<Data> = { readonly metadata: EventMetadata; readonly data: Data };
type SeatData = { readonly runId: string; readonly courseId: string; readonly personId: string };
type AttemptData = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly courseId: string;
  readonly personId: string;
};

const seat =
  (status: EnrolmentStatus) =>
  ({ metadata, data: { runId, courseId, personId } }: Told<SeatData>) => {
    const { aggregate, occurredAt } = metadata;
    return keep({
      ...{ kind: 'seat', personId, runId },
      seat: { courseId, status, version: aggregate.version, since: occurredAt },
    });
  };

const attempt = ({ attemptId, quizId, courseId, personId }: AttemptData, step: AttemptStep) =>
  keep({ kind: 'attempt', personId, attemptId, quizId, courseId, step });

/** One event and what it means here, typed by its contract. */
const told = <C extends EventContract>(
  contract: C,
  take: (event: ReceivedEvent<C>) => Promise<unknown>,
): readonly [EventContract, (event: AnyEvent) => Promise<unknown>] => [
  contract,
  (event) => take(event as unknown as ReceivedEvent<C>),
];

const CONSUMED = [
  told(ClassMemberAddedV1, ({ metadata, data }) =>
    store.saveMembership({ ...data, version: metadata.aggregate.version }),
  ),
  told(ClassMemberRemovedV1, ({ metadata, data }) =>
    store.saveMembership({ ...data, version: metadata.aggregate.version }),
  ),
  told(EnrolmentConfirmedV1, seat('confirmed')),
  told(EnrolmentWaitlistedV1, seat('waitlisted')),
  told(EnrolmentCancelledV1, seat('cancelled')),
  told(RunCompletedV1, seat('completed')),
  told(AttemptStartedV1, ({ metadata, data }) => attempt(data, { kind: 'started', at: metadata.occurredAt })),
  told(AttemptSubmittedV1, ({ metadata, data }) =>
    attempt(data, { kind: 'submitted', at: metadata.occurredAt, submittedBy: data.submittedBy }),
  ),
  told(AttemptGradedV1, ({ data }) => {
    const { gradeNo, scoreHundredths, passed, provisional } = data;
    return attempt(data, { kind: 'graded', mark: { gradeNo, scoreHundredths, passed, provisional } });
  }),
] as const;

const byType = new Map(CONSUMED.map(([{ detailType }, take]) => [detailType, take]));

/** What the register, the seats and the quizzes tell of a class and its learners. */
export const handler = eventsConsumer(
  CONSUMED.map(([contract]) => contract),
  async (event) => byType.get(event.detailType)?.(event),
);
