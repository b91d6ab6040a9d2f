import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { RunCompletedV1 } from '#events/enrollment/run-completed.v1.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { eventConsumer } from './event-consumer.ts';

const metadata = {
  eventId: 'e-1',
  occurredAt: '2026-11-23T02:00:00.000Z',
  correlationId: 'c',
  causationId: 'c',
  actor: 'system',
  aggregate: { type: 'enrolment', id: 'e', version: 1 },
};
const body = (detailType: string, detail: unknown) => JSON.stringify({ 'detail-type': detailType, detail });
const batch = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((text, index) => ({
    messageId: `m${index}`,
    receiptHandle: 'r',
    body: text,
    attributes: {} as never,
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn',
    awsRegion: 'x',
  })),
});
const context = { getRemainingTimeInMillis: () => 1000 } as Context;
const good = { metadata, data: RunCompletedV1.example };

describe('a consumer', () => {
  it('hands over what its contract names and drops what it does not', async () => {
    const seen: unknown[] = [];
    const consume = eventConsumer(RunCompletedV1, async (event) => seen.push(event));
    const richer = {
      metadata: { ...metadata, extra: 1 },
      data: { ...RunCompletedV1.example, later: 'field' },
    };
    await consume(batch(body('RunCompleted.v1', richer)), context);
    expect(seen).toEqual([{ detailType: 'RunCompleted.v1', ...good }]);
  });

  it('fails the record that throws or does not parse, and no other', async () => {
    const consume = eventConsumer(RunCompletedV1, async ({ metadata: { eventId } }) => {
      if (eventId === 'e-2') throw new Error('not now');
    });
    const failing = { ...good, metadata: { ...metadata, eventId: 'e-2' } };
    const result = await consume(
      batch(
        body('RunCompleted.v1', good),
        body('RunCompleted.v1', failing),
        body('RunCompleted.v1', { metadata, data: {} }),
        body('SomethingElse.v1', {}),
      ),
      context,
    );
    expect(result.batchItemFailures.map((failure) => failure.itemIdentifier).sort()).toEqual(['m1', 'm2']);
  });

  it('takes one record at a time, so that what is logged belongs to it', async () => {
    const steps: string[] = [];
    vi.spyOn(logger, 'resetKeys').mockImplementation(() => void steps.push('reset'));
    const consume = eventConsumer(RunCompletedV1, async () => {
      steps.push('begun');
      await new Promise((resolve) => setImmediate(resolve));
      steps.push('done');
    });
    await consume(batch(body('RunCompleted.v1', good), body('RunCompleted.v1', good)), context);
    expect(steps).toEqual(['reset', 'begun', 'done', 'reset', 'begun', 'done']);
  });

  it('says why a record failed: the partial response does not', async () => {
    const error = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const reason = new Error('not now');
    const consume = eventConsumer(RunCompletedV1, () => Promise.reject(reason));
    await consume(batch(body('RunCompleted.v1', good)), context);
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.any(String),
      expect.objectContaining({ error: reason, messageId: 'm0' }),
    );
  });
});
