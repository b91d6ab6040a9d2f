import type { Construct } from 'constructs';
import { CourseRunOpenedV1 } from '../../events/enrollment/course-run-opened.v1.ts';
import { EnrolmentCancelledV1 } from '../../events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '../../events/enrollment/enrolment-confirmed.v1.ts';
import { EnrolmentWaitlistedV1 } from '../../events/enrollment/enrolment-waitlisted.v1.ts';
import { RunCompletedV1 } from '../../events/enrollment/run-completed.v1.ts';
import { ClassMemberAddedV1 } from '../../events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '../../events/people/class-member-removed.v1.ts';
import { AttemptGradedV1 } from '../../events/quizzes/attempt-graded.v1.ts';
import { AttemptStartedV1 } from '../../events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '../../events/quizzes/attempt-submitted.v1.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Courses, course runs with their seats, and who holds or waits for one. */
export class EnrollmentStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'enrollment', props);
    this.serve(
      enrollmentRoutes,
      { impact: 'nobody can see courses or take a seat' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], index: true },
    );
    this.publish(
      CourseRunOpenedV1,
      EnrolmentConfirmedV1,
      EnrolmentWaitlistedV1,
      EnrolmentCancelledV1,
      RunCompletedV1,
    );
    this.on(
      AttemptGradedV1,
      { impact: 'learners who passed are not shown as having completed their course' },
      { table: ['GetItem', 'UpdateItem'] },
    );
    this.#keepClassProgress();
  }

  /** Nine events feed one picture of each learner, so they share a function and a queue. */
  #keepClassProgress(): void {
    const events = [
      ClassMemberAddedV1,
      ClassMemberRemovedV1,
      EnrolmentConfirmedV1,
      EnrolmentWaitlistedV1,
      EnrolmentCancelledV1,
      RunCompletedV1,
      AttemptStartedV1,
      AttemptSubmittedV1,
      AttemptGradedV1,
    ];
    const target = this.function(
      'OnClassProgress',
      'on-class-progress.event',
      { impact: 'teachers see an old picture of their classes; it catches up when it is mended' },
      { table: ['GetItem', 'PutItem'] },
    );
    new EventSubscription(this, 'ClassProgress', {
      bus: this.foundation.bus,
      pattern: {
        source: [...new Set(events.map(({ source }) => source))],
        detailType: events.map(({ detailType }) => detailType),
      },
      target,
      // Events of one person come close together: more at one time would only decide each other's writes again.
      maxConcurrency: 2,
    });
  }
}
