import { Duration } from 'aws-cdk-lib';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import {
  answerFileRoutes,
  exchangeRoutes,
  itemMediaRoutes,
  printedExamRoutes,
} from '../../services/quizzes/contract.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import type { ServiceStack } from './service-stack.ts';

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

/** The bucket of what questions show and what people hand in, with the functions that read and write it. */
export function addItemFiles(stack: ServiceStack): void {
  const items = itemBucket(stack);
  exchangeItems(stack, items);
  serveItemMedia(stack, items);
  takeAnswerFiles(stack, items);
  finishImports(stack, items);
  printExams(stack, items);
}

function itemBucket(stack: ServiceStack): IBucket {
  const { stage, key, siteOrigins } = stack.foundation;
  const { bucket } = new PrivateBucket(stack, 'ItemFiles', {
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

/**
 * Item banks as files, by a function of their own: the readers of all formats would double what a learner's request
 * loads, and a file of 20 MB takes memory that others would wait for (docs/adr/0024).
 */
function exchangeItems(stack: ServiceStack, bucket: IBucket): void {
  const { key } = stack.foundation;
  const exchange = stack.function(
    'Exchange',
    'exchange',
    {
      impact: 'no file of questions can be imported or exported; what was begun is finished by the job',
      timeout: Duration.seconds(29),
      memory: 1769,
    },
    { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem'] },
  );
  for (const prefix of [UPLOADS, PLANS, EXPORTS, MEDIA])
    exchange.useBucket(bucket, 'ITEM_BUCKET', prefix, ['GetObject', 'PutObject'], key);
  stack.route('ExchangeRoutes', exchangeRoutes, exchange);
}

/** Addresses of pictures, for learners too: a small function, because it answers while a paper is being opened. */
function serveItemMedia(stack: ServiceStack, bucket: IBucket): void {
  const media = stack
    .function(
      'ItemMedia',
      'item-media',
      { impact: 'pictures, sounds and films of questions do not appear; their words do' },
      { table: ['GetItem', 'BatchGetItem', 'Query'] },
    )
    .useBucket(bucket, 'ITEM_BUCKET', MEDIA, ['GetObject'], stack.foundation.key);
  stack.route('ItemMediaRoutes', itemMediaRoutes, media);
}

/** Files that people hand in: whole ones are in its memory, so it is no part of what saves answers. */
function takeAnswerFiles(stack: ServiceStack, bucket: IBucket): void {
  const { key } = stack.foundation;
  const taker = stack.function(
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
  stack.route('AnswerFileRoutes', answerFileRoutes, taker);
}

function finishImports(stack: ServiceStack, bucket: IBucket): void {
  const finish = stack
    .function(
      'FinishImports',
      'finish-imports.schedule',
      {
        impact: 'imports that broke off stay in part; sending the file again finishes them',
        timeout: Duration.minutes(2),
      },
      { table: ['BatchGetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem'], index: true },
    )
    .useBucket(bucket, 'ITEM_BUCKET', PLANS, ['GetObject'], stack.foundation.key);
  new ScheduledJob(stack, 'FinishBrokenImports', {
    target: finish,
    at: Duration.minutes(5),
    description: 'Write the rest of imports that broke off',
  });
}

/**
 * Exams on paper, by a function of their own: what writes Word files is as large as all that a learner's request
 * loads, and a paper with its pictures takes memory (docs/adr/0031).
 */
function printExams(stack: ServiceStack, bucket: IBucket): void {
  const { key } = stack.foundation;
  const printed = stack
    .function(
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
  stack.route('PrintedExamRoutes', printedExamRoutes, printed);
}
