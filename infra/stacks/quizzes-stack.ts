import { Duration } from 'aws-cdk-lib';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { EnrolmentCancelledV1 } from '../../events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '../../events/enrollment/enrolment-confirmed.v1.ts';
import { ClassMemberAddedV1 } from '../../events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '../../events/people/class-member-removed.v1.ts';
import { AttemptGradedV1 } from '../../events/quizzes/attempt-graded.v1.ts';
import { AttemptGradedV2 } from '../../events/quizzes/attempt-graded.v2.ts';
import { AttemptStartedV1 } from '../../events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '../../events/quizzes/attempt-submitted.v1.ts';
import { GradeRevisedV1 } from '../../events/quizzes/grade-revised.v1.ts';
import { QuizPublishedV1 } from '../../events/quizzes/quiz-published.v1.ts';
import {
  answerFileRoutes,
  diagnosticRoutes,
  exchangeRoutes,
  itemMediaRoutes,
  printedExamRoutes,
  quizRoutes,
} from '../../services/quizzes/contract.ts';
import type { Routes } from '../../shared/contract/route.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { ServiceRoutes } from '../constructs/service-routes.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Files that people send to be imported, and what imports have decided to write: of use for minutes, kept for questions. */
const UPLOADS = 'uploads/';
const PLANS = 'plans/';
const EXPORTS = 'exports/';
/** What questions show, by its content. */
const MEDIA = 'files/';
/** What people send for an answer, and what of it was taken. */
const INCOMING = 'incoming/';
const ANSWERS = 'answers/';
const LOOKED_INTO_FOR = Duration.days(7);

const READS = ['GetItem', 'BatchGetItem', 'Query'] as const;
const WRITES = ['PutItem', 'UpdateItem', 'ConditionCheckItem', 'BatchWriteItem'] as const;

/** Item banks, quizzes, attempts and their marks. */
export class QuizzesStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'quizzes', props);
    this.serve(
      quizRoutes,
      { impact: 'nobody can take a quiz; answers already saved are safe' },
      { table: [...READS, ...WRITES], index: true },
    );
    this.publish(
      QuizPublishedV1,
      AttemptStartedV1,
      AttemptSubmittedV1,
      AttemptGradedV1,
      AttemptGradedV2,
      GradeRevisedV1,
    );
    this.on(
      EnrolmentConfirmedV1,
      { impact: 'learners just enrolled cannot take the quizzes of their course' },
      { table: ['PutItem'] },
    );
    this.on(
      EnrolmentCancelledV1,
      { impact: 'people who gave up their seat can still take quizzes' },
      { table: ['PutItem'] },
    );
    for (const event of [ClassMemberAddedV1, ClassMemberRemovedV1])
      this.on(
        event,
        { impact: 'teachers see the marks of an old picture of their classes' },
        { table: ['PutItem'] },
      );
    this.on(
      AttemptGradedV1,
      { impact: 'item analysis falls behind; a correction may miss attempts just handed in' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
      // All grades of a quiz change one item; more at once would only lose races.
      { maxConcurrency: 2 },
    );
    this.#sweepOverdue();
    this.#placeLearners();
    const items = this.#itemBucket();
    this.#exchange(items);
    this.#serveMedia(items);
    this.#takeAnswerFiles(items);
    this.#finishImports(items);
    this.#printedExams(items);
  }

  #itemBucket(): IBucket {
    const { stage, key, siteOrigins } = this.foundation;
    const { bucket } = new PrivateBucket(this, 'ItemFiles', {
      stage,
      key,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: [...siteOrigins],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
      passing: {
        [UPLOADS]: LOOKED_INTO_FOR,
        [PLANS]: LOOKED_INTO_FOR,
        // Whoever comes back later sends the file again.
        [INCOMING]: Duration.days(1),
        [EXPORTS]: Duration.days(1),
      },
    });
    return bucket;
  }

  #sweepOverdue(): void {
    const sweep = this.function(
      'Sweep',
      'sweep.schedule',
      {
        impact: 'attempts whose time is over stay without a mark until their owner opens them',
        timeout: Duration.minutes(2),
      },
      {
        table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
        index: true,
      },
    );
    new ScheduledJob(this, 'SweepOverdue', {
      target: sweep,
      at: Duration.minutes(5),
      description: 'Hand in the attempts whose time is over',
    });
  }

  /** Placements by a function of their own: the estimator is of no use to anybody who takes a quiz. */
  #placeLearners(): void {
    const diagnostic = this.function(
      'Diagnostic',
      'diagnostic',
      { impact: 'nobody can be placed; what was answered is safe and goes on later' },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'], index: true },
    );
    this.#route('DiagnosticRoutes', diagnosticRoutes, diagnostic);
  }

  #route(id: string, routes: Routes, target: ServiceFunction): void {
    const { api, authorizerId } = this.foundation;
    new ServiceRoutes(this, id, { apiId: api.apiId, authorizerId, routes, target });
  }

  /**
   * Item banks as files, by a function of their own: the readers of all formats would double what a learner's request
   * loads, and a file of 20 MB takes memory that others would wait for (docs/adr/0024).
   */
  #exchange(bucket: IBucket): void {
    const { key } = this.foundation;
    const exchange = this.function(
      'Exchange',
      'exchange',
      {
        impact: 'no file of questions can be imported or exported; what was begun is finished by the job',
        timeout: Duration.seconds(29),
        memory: 1769,
      },
      { table: [...READS, 'PutItem', 'UpdateItem', 'BatchWriteItem'] },
    );
    for (const prefix of [UPLOADS, PLANS, EXPORTS, MEDIA])
      exchange.useBucket(bucket, 'ITEM_BUCKET', prefix, ['GetObject', 'PutObject'], key);
    this.#route('ExchangeRoutes', exchangeRoutes, exchange);
  }

  /** Addresses of pictures, for learners too: a small function, because it answers while a paper is being opened. */
  #serveMedia(bucket: IBucket): void {
    const media = this.function(
      'ItemMedia',
      'item-media',
      { impact: 'pictures, sounds and films of questions do not appear; their words do' },
      { table: ['GetItem', 'BatchGetItem', 'Query'] },
    ).useBucket(bucket, 'ITEM_BUCKET', MEDIA, ['GetObject'], this.foundation.key);
    this.#route('ItemMediaRoutes', itemMediaRoutes, media);
  }

  /** Files that people hand in: whole ones are in its memory, so it is no part of what saves answers. */
  #takeAnswerFiles(bucket: IBucket): void {
    const { key } = this.foundation;
    const taker = this.function(
      'AnswerFiles',
      'answer-files',
      {
        impact: 'files that answer questions wait on the devices, and markers cannot open those handed in',
        timeout: Duration.seconds(29),
        memory: 1024,
      },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], index: true },
    );
    for (const prefix of [INCOMING, ANSWERS])
      taker.useBucket(bucket, 'ITEM_BUCKET', prefix, ['GetObject', 'PutObject'], key);
    taker.useBucket(bucket, 'ITEM_BUCKET', MEDIA, ['GetObject'], key);
    this.#route('AnswerFileRoutes', answerFileRoutes, taker);
  }

  #finishImports(bucket: IBucket): void {
    const finish = this.function(
      'FinishImports',
      'finish-imports.schedule',
      {
        impact: 'imports that broke off stay in part; sending the file again finishes them',
        timeout: Duration.minutes(2),
      },
      { table: ['BatchGetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem'], index: true },
    ).useBucket(bucket, 'ITEM_BUCKET', PLANS, ['GetObject'], this.foundation.key);
    new ScheduledJob(this, 'FinishBrokenImports', {
      target: finish,
      at: Duration.minutes(5),
      description: 'Write the rest of imports that broke off',
    });
  }

  /**
   * Exams on paper, by a function of their own: what writes Word files is as large as all that a learner's request
   * loads, and a paper with its pictures takes memory (docs/adr/0031).
   */
  #printedExams(bucket: IBucket): void {
    const { key } = this.foundation;
    const printed = this.function(
      'PrintedExams',
      'printed-exams',
      {
        impact: 'no exam can be printed and no answer sheet entered; what was entered is safe',
        timeout: Duration.seconds(29),
        memory: 1769,
      },
      {
        table: [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'UpdateItem',
          'DeleteItem',
          'ConditionCheckItem',
        ],
        index: true,
      },
    )
      .useBucket(bucket, 'ITEM_BUCKET', MEDIA, ['GetObject'], key)
      .useBucket(bucket, 'ITEM_BUCKET', EXPORTS, ['GetObject', 'PutObject'], key);
    this.#route('PrintedExamRoutes', printedExamRoutes, printed);
  }
}
