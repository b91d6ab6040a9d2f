import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIXTURES, probe, startLambda } from './fixtures/harness.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { Lambda } from './lambda.ts';

const started: Lambda[] = [];
const start = (
  changes: Partial<FunctionDefinition> = {},
  options: Parameters<typeof startLambda>[1] = {},
) => {
  const cloud = startLambda(probe(changes), options);
  started.push(cloud.lambda);
  const run = async (deed: string, more = {}) => {
    const result = await cloud.lambda.invoke('probe', { do: deed, ...more });
    if (!result.ok) return { error: result.error.errorType, message: result.error.errorMessage };
    return { value: JSON.parse(result.payload) as unknown };
  };
  return { ...cloud, run };
};
afterEach(() => Promise.all(started.splice(0).map((lambda) => lambda.stop(0))));

describe('a good handler', () => {
  it('answers, keeps its module between events and reports one cold start', async () => {
    const { lambda, run } = start();
    const first = await lambda.invoke('probe', { do: 'calls' });
    expect(first).toMatchObject({ ok: true, payload: '1', initMs: expect.any(Number) });
    const second = await lambda.invoke('arn:aws:lambda:x:0:function:probe:$LATEST', { do: 'calls' });
    expect(second).toMatchObject({ ok: true, payload: '2' });
    expect(second).not.toHaveProperty('initMs');
    expect(await run('nothing')).toEqual({ value: null });
    expect(lambda.describe()).toMatchObject([
      {
        coldStarts: 1,
        invocations: 3,
        errors: 0,
        lastInitCpuMs: expect.any(Number),
        environments: { idle: 1 },
      },
    ]);
  });

  it('receives the context and environment of AWS', async () => {
    const { run } = start();
    expect(await run('context')).toMatchObject({
      value: {
        functionName: 'probe',
        functionVersion: '$LATEST',
        memoryLimitInMB: '128',
        logGroupName: '/aws/lambda/probe',
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        remaining: expect.closeTo(5000, -3),
      },
    });
    expect(await run('environment')).toMatchObject({
      value: {
        TABLE: 'things',
        TZ: 'UTC',
        AWS_LAMBDA_FUNCTION_NAME: 'probe',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        LAMBDA_TASK_ROOT: FIXTURES,
        _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      },
    });
  });

  it('finds modules in its layer', async () => {
    const layer = mkdtempSync(path.join(tmpdir(), 'layer-'));
    const module = path.join(layer, 'nodejs', 'node_modules', 'layered');
    mkdirSync(module, { recursive: true });
    writeFileSync(path.join(module, 'index.js'), "module.exports = 'from the layer';");
    expect(await start({ layers: [layer] }).run('layer')).toEqual({ value: 'from the layer' });
    rmSync(layer, { recursive: true });
  });

  it('has its lines kept per invocation', async () => {
    const { lambda, lines } = start();
    const result = await lambda.invoke('probe', { do: 'log' }, 'request-1');
    expect(result.log).toEqual(['first', 'second', 'third']);
    expect(lambda.logs('probe').map(({ requestId, text }) => [requestId, text])).toEqual([
      ['request-1', 'first'],
      ['request-1', 'second'],
      ['request-1', 'third'],
    ]);
    expect(lines[0]).toBe('probe request- first');
  });

  it('runs at most as many events at a time as the cap', async () => {
    const { lambda, run } = start({}, { concurrency: 2 });
    const all = Array.from({ length: 6 }, () => run('slow', { ms: 50 }));
    expect(lambda.describe()[0]).toMatchObject({ environments: { busy: 2 }, waiting: 4 });
    expect(await Promise.all(all)).toEqual(Array(6).fill({ value: 'slow' }));
    expect(lambda.describe()[0]).toMatchObject({ coldStarts: 2, waiting: 0 });
  });

  it('is loaded ahead and dropped when idle', async () => {
    const { lambda } = start({}, { idleMs: 60 });
    await lambda.prewarm('probe');
    expect(lambda.describe()[0]).toMatchObject({ coldStarts: 1, environments: { idle: 1 } });
    await vi.waitFor(() => expect(lambda.describe()[0]).toMatchObject({ environments: { idle: 0 } }));
  });
});

describe('a handler that fails', () => {
  const FAILURES: [string, string, RegExp][] = [
    ['fail', 'RangeError', /^too far$/],
    ['circle', 'TypeError', /circular/i],
    ['exit', 'Runtime.ExitError', /exit status 3/],
    ['throwLater', 'Runtime.UncaughtException', /nobody listens/],
    ['exhaust', 'Runtime.OutOfMemory', /memory/],
  ];
  it.each(FAILURES)('%s ends in %s and the next event succeeds', async (deed, type, message) => {
    const { run } = start();
    expect(await run('ok')).toEqual({ value: { ok: true } });
    expect(await run(deed)).toEqual({ error: type, message: expect.stringMatching(message) });
    expect(await run('ok')).toEqual({ value: { ok: true } });
  });

  it('is ended at its timeout inside an endless loop', async () => {
    const { lambda, run } = start({ timeoutSeconds: 0.2 });
    expect(await run('spin')).toEqual({
      error: 'Sandbox.Timedout',
      message: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 0.20 seconds$/),
    });
    expect(await run('ok')).toEqual({ value: { ok: true } });
    expect(lambda.describe()[0]).toMatchObject({ timeouts: 1, errors: 1, coldStarts: 2 });
  });

  it('loses its environment to a late rejection, not its answer', async () => {
    const { lambda, run } = start();
    expect(await run('late')).toEqual({ value: 'answered' });
    await vi.waitFor(() => expect(lambda.describe()[0]).toMatchObject({ environments: { idle: 0 } }));
    expect(await run('calls')).toEqual({ value: 1 });
  });

  it('fails the event that runs when a rejection comes late', async () => {
    const { run } = start({}, { concurrency: 1 });
    await run('late');
    expect(await run('slow', { ms: 500 })).toEqual({
      error: 'Runtime.UnhandledPromiseRejection',
      message: 'came late',
    });
  });

  it('leaks neither environment variables nor globals', async () => {
    const { run } = start();
    expect(await run('leak')).toEqual({ value: 'yes' });
    expect(process.env.LEAK).toBeUndefined();
    expect('leaked' in globalThis).toBe(false);
    expect(await start().run('environment')).not.toHaveProperty('value.LEAK');
  });

  const UNLOADABLE: [string, string, string][] = [
    ['broken.handler', 'TypeError', 'cannot load'],
    ['probe.nope', 'Runtime.HandlerNotFound', 'probe.nope is undefined or not exported'],
    ['absent.handler', 'Runtime.ImportModuleError', "Cannot find module 'absent'"],
    [
      'probe.callback',
      'Runtime.CallbackHandlerDeprecated',
      'Callback-based function handlers are not supported.',
    ],
  ];
  it.each(UNLOADABLE)('%s cannot be loaded: %s', async (handler, error, message) => {
    const { run } = start({ handler });
    expect(await run('ok')).toEqual({ error, message });
    expect(await run('ok')).toEqual({ error, message });
  });
});

describe('the scratch folder', () => {
  it('is the environment’s own and goes with it, also when the thread is ended in the middle', async () => {
    const { lambda, run } = start({}, { concurrency: 1 });
    const { value } = (await run('environment')) as { value: { TMPDIR: string } };
    writeFileSync(path.join(value.TMPDIR, 'source'), 'left behind');
    const spin = run('spin');
    await lambda.stop(0);
    await spin;
    expect(existsSync(value.TMPDIR)).toBe(false);
  });
});

describe('stop', () => {
  it('waits for what runs', async () => {
    const { lambda, run } = start();
    const slow = run('slow', { ms: 100 });
    await lambda.stop(2000);
    expect(await slow).toEqual({ value: 'slow' });
  });

  it('ends what runs too long', async () => {
    const { lambda, run } = start();
    await lambda.prewarm('probe');
    const spin = run('spin');
    await lambda.stop(50);
    expect(await spin).toMatchObject({ error: 'Runtime.ExitError' });
  });
});
