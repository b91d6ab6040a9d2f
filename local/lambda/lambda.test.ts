import { afterEach, describe, expect, it, vi } from 'vitest';
import { probe, startLambda } from './fixtures/harness.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { Lambda } from './lambda.ts';

const started: Lambda[] = [];
const start = (
  changes: Partial<FunctionDefinition> = {},
  options: Parameters<typeof startLambda>[1] = {},
) => {
  const cloud = startLambda(probe(changes), options);
  started.push(cloud.lambda);
  return cloud;
};
const settled = (lambda: Lambda) => vi.waitFor(() => expect(lambda.pending()).toBe(0), { timeout: 5000 });
afterEach(() => Promise.all(started.splice(0).map((lambda) => lambda.stop(0))));

/** A minute of AWS back-off in 20 ms. */
const FAST = 3000;
const FAILURE = 'arn:aws:sqs:ap-southeast-1:000000000000:failures';
const SUCCESS = 'arn:aws:sqs:ap-southeast-1:000000000000:successes';
const DEAD = 'arn:aws:sqs:ap-southeast-1:000000000000:dead';

describe('Invoke', () => {
  const invoke = (lambda: Lambda, input: Record<string, unknown>) =>
    lambda.call('Invoke', { FunctionName: 'probe', ...input });

  it('answers the payload, and the log tail when asked', async () => {
    const { lambda } = start();
    const answer = await invoke(lambda, { Payload: Buffer.from('{"do":"log"}'), LogType: 'Tail' });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', Payload: 'null' });
    expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).toBe('first\nsecond\nthird\n');
  });

  it('answers 200 with FunctionError when the function fails', async () => {
    const { lambda } = start();
    const answer = await invoke(lambda, { Payload: '{"do":"fail"}' });
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(answer.Payload ?? '')).toMatchObject({
      errorType: 'RangeError',
      errorMessage: 'too far',
    });
  });

  it('accepts an event, and runs nothing for a dry run', async () => {
    const { lambda } = start();
    expect(await invoke(lambda, { InvocationType: 'Event', Payload: '{"do":"ok"}' })).toEqual({
      StatusCode: 202,
    });
    expect(await invoke(lambda, { InvocationType: 'DryRun' })).toEqual({ StatusCode: 204 });
    await settled(lambda);
    expect(lambda.describe()[0]).toMatchObject({ invocations: 1 });
  });

  const REFUSED: [string, Record<string, unknown>, object][] = [
    ['an unknown function', { FunctionName: 'nope' }, { code: 'ResourceNotFoundException', status: 404 }],
    ['no JSON', { Payload: '{' }, { code: 'InvalidRequestContentException', status: 400 }],
    [
      'a payload of over 6 MB',
      { Payload: `"${'x'.repeat(6 * 1024 * 1024)}"` },
      { code: 'RequestTooLargeException', status: 413 },
    ],
  ];
  it.each(REFUSED)('refuses %s', async (_, input, error) => {
    await expect(invoke(start().lambda, input)).rejects.toMatchObject(error);
  });

  it('is throttled at a reserved concurrency of 0', async () => {
    const { lambda } = start({ reservedConcurrency: 0 });
    await expect(invoke(lambda, {})).rejects.toMatchObject({ code: 'TooManyRequestsException', status: 429 });
  });
});

describe('asynchronous invocation', () => {
  it('sends the record of a success to its destination', async () => {
    const { lambda, delivered } = start({ asynchronous: { onSuccess: SUCCESS, onFailure: FAILURE } });
    lambda.enqueue('probe', '{"do":"echo","n":1}');
    await settled(lambda);
    expect(delivered).toMatchObject([
      { arn: SUCCESS, principal: 'lambda.amazonaws.com', roleArn: probe().roleArn },
    ]);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toMatchObject({
      version: '1.0',
      requestContext: {
        condition: 'Success',
        approximateInvokeCount: 1,
        functionArn: `${probe().arn}:$LATEST`,
      },
      requestPayload: { do: 'echo', n: 1 },
      responsePayload: { do: 'echo', n: 1 },
    });
  });

  it('retries a failure after one and two minutes, then tells destination and dead-letter queue', async () => {
    const { lambda, delivered } = start(
      { asynchronous: { onFailure: FAILURE, deadLetterArn: DEAD } },
      { scale: FAST },
    );
    await lambda.prewarm('probe');
    const before = performance.now();
    lambda.enqueue('probe', '{"do":"fail"}');
    await settled(lambda);
    expect(performance.now() - before).toBeGreaterThanOrEqual(180_000 / FAST);
    expect(lambda.describe()[0]).toMatchObject({ invocations: 3 });
    const [record, dead] = delivered;
    expect(record?.arn).toBe(FAILURE);
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      responseContext: { statusCode: 200, functionError: 'Unhandled' },
      responsePayload: { errorType: 'RangeError' },
    });
    expect(dead).toMatchObject({
      arn: DEAD,
      payload: '{"do":"fail"}',
      attributes: { ErrorMessage: { DataType: 'String', StringValue: 'too far' } },
    });
  });

  it('gives up an event that is too old', async () => {
    const { lambda, delivered } = start(
      { reservedConcurrency: 0, asynchronous: { onFailure: FAILURE, maximumEventAgeSeconds: 60 } },
      { scale: FAST },
    );
    lambda.enqueue('probe', '{"do":"ok"}');
    await settled(lambda);
    expect(JSON.parse(delivered[0]?.payload ?? '')).toMatchObject({
      requestContext: { condition: 'EventAgeExceeded' },
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'forgets no retry that falls due while it looks (after %i ms)',
    async (waitMs) => {
      let time = 1_800_000_000_000;
      const clock = { now: () => ++time, delay: () => waitMs };
      const { lambda, delivered } = start(
        { asynchronous: { onFailure: FAILURE, maximumEventAgeSeconds: 60, maximumRetryAttempts: 2 } },
        { clock },
      );
      lambda.enqueue('probe', '{"do":"fail"}');
      await settled(lambda);
      expect(delivered).toHaveLength(1);
    },
  );

  it('says in the log that an event without a destination is lost', async () => {
    const { lambda, lines } = start({ asynchronous: { maximumRetryAttempts: 0 } });
    lambda.enqueue('probe', '{"do":"fail"}');
    await settled(lambda);
    expect(lines.at(-1)).toMatch(/^probe: event .* is lost \(RetriesExhausted\)/);
  });

  it('takes an event only when the transaction around it commits', () => {
    const { lambda, db } = start();
    expect(() =>
      db.transaction(() => {
        lambda.enqueue('probe', '{"do":"ok"}');
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(lambda.pending()).toBe(0);
  });

  it('survives a stop in the middle of an event and drops those of functions that are gone', async () => {
    const first = start();
    await first.lambda.prewarm('probe');
    first.lambda.enqueue('probe', '{"do":"spin"}');
    await vi.waitFor(() => expect(first.lambda.describe()[0]?.environments.busy).toBe(1));
    await first.lambda.stop(0);
    first.db.run('UPDATE lambda_async SET payload = \'{"do":"ok"}\'');
    first.db.run("INSERT INTO lambda_async SELECT NULL, 'gone', 'r', '{}', 0, 0, 0, 0");
    const second = start({}, { db: first.db });
    second.lambda.start();
    await settled(second.lambda);
    expect(second.lambda.describe()[0]).toMatchObject({ invocations: 1, errors: 0 });
    expect(second.lines).toEqual(['gone: 1 waiting event(s) dropped: the function is no longer declared']);
  });

  it('reaches every event once or more under injected crashes and throttles', async () => {
    const { lambda, faults, delivered } = start(
      { asynchronous: { onSuccess: SUCCESS } },
      { scale: FAST, faults: { crash: 0.2, throttle: 0.2 } },
    );
    for (let n = 0; n < 40; n += 1) lambda.enqueue('probe', JSON.stringify({ do: 'echo', n }));
    await settled(lambda);
    expect(faults.hits.crash).toBeGreaterThan(0);
    expect(faults.hits.throttle).toBeGreaterThan(0);
    const seen = delivered.map(
      ({ payload }) => (JSON.parse(payload) as { responsePayload: { n: number } }).responsePayload.n,
    );
    expect(new Set(seen).size).toBe(40);
    expect(seen).toHaveLength(40);
    expect(lambda.describe()[0]?.invocations).toBe(40 + faults.hits.crash);
  });
});
