import { CampaignOpenedV1 } from './campaigns/campaign-opened.v1.ts';
import { EnrolmentAttributedV1 } from './campaigns/enrolment-attributed.v1.ts';
import { TouchRecordedV1 } from './campaigns/touch-recorded.v1.ts';
import type { EventContract } from './define-event.ts';
import { CourseRunOpenedV1 } from './enrollment/course-run-opened.v1.ts';
import { EnrolmentCancelledV1 } from './enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from './enrollment/enrolment-confirmed.v1.ts';
import { EnrolmentWaitlistedV1 } from './enrollment/enrolment-waitlisted.v1.ts';
import { RunCompletedV1 } from './enrollment/run-completed.v1.ts';
import { ItemOpenedV1 } from './library/item-opened.v1.ts';
import { MaterialIssuedV1 } from './library/material-issued.v1.ts';
import { MaterialSubmittedV1 } from './library/material-submitted.v1.ts';
import { MaterialWithdrawnV1 } from './library/material-withdrawn.v1.ts';
import { TvCodeClosedV1 } from './library/tv-code-closed.v1.ts';
import { TvCodeOpenedV1 } from './library/tv-code-opened.v1.ts';
import { CaptionsPublishedV1 } from './media/captions-published.v1.ts';
import { CaptionsWithdrawnV1 } from './media/captions-withdrawn.v1.ts';
import { MediaGivenUpV1 } from './media/media-given-up.v1.ts';
import { MediaReadyV1 } from './media/media-ready.v1.ts';
import { TranscodeFailedV1 } from './media/transcode-failed.v1.ts';
import { TranscodeSucceededV1 } from './media/transcode-succeeded.v1.ts';
import { UploadReceivedV1 } from './media/upload-received.v1.ts';
import { ClassMemberAddedV1 } from './people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from './people/class-member-removed.v1.ts';
import { PersonRegisteredV1 } from './people/person-registered.v1.ts';
import { AttemptGradedV1 } from './quizzes/attempt-graded.v1.ts';
import { AttemptGradedV2 } from './quizzes/attempt-graded.v2.ts';
import { AttemptStartedV1 } from './quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from './quizzes/attempt-submitted.v1.ts';
import { GradeRevisedV1 } from './quizzes/grade-revised.v1.ts';
import { QuizPublishedV1 } from './quizzes/quiz-published.v1.ts';
import { DailySummaryWrittenV1 } from './reports/daily-summary-written.v1.ts';
import { PackageResultRecordedV1 } from './viewing/package-result-recorded.v1.ts';
import { ViewingRecordedV1 } from './viewing/viewing-recorded.v1.ts';

/** Every event of the platform, in the order of the services: the catalogue behind AsyncAPI and the contract tests. */
export const catalogue: readonly EventContract[] = [
  ClassMemberAddedV1,
  ClassMemberRemovedV1,
  PersonRegisteredV1,
  CourseRunOpenedV1,
  EnrolmentCancelledV1,
  EnrolmentConfirmedV1,
  EnrolmentWaitlistedV1,
  RunCompletedV1,
  AttemptGradedV1,
  AttemptGradedV2,
  AttemptStartedV1,
  AttemptSubmittedV1,
  GradeRevisedV1,
  QuizPublishedV1,
  CaptionsPublishedV1,
  CaptionsWithdrawnV1,
  MediaReadyV1,
  MediaGivenUpV1,
  TranscodeFailedV1,
  TranscodeSucceededV1,
  UploadReceivedV1,
  MaterialSubmittedV1,
  MaterialIssuedV1,
  MaterialWithdrawnV1,
  ItemOpenedV1,
  TvCodeOpenedV1,
  TvCodeClosedV1,
  CampaignOpenedV1,
  EnrolmentAttributedV1,
  TouchRecordedV1,
  DailySummaryWrittenV1,
  ViewingRecordedV1,
  PackageResultRecordedV1,
];
