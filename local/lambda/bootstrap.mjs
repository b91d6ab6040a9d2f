// The inside of one execution environment: a worker thread that holds one handler and runs one event at a time.
// JavaScript, because stripping types in every new thread would double the cold start (measured: 50 ms against 105 ms).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** Lambda's limit on a synchronous answer. */
const LARGEST_RESPONSE_BYTES = 6_291_556;
const EXTENSIONS = ['.mjs', '.js', '.cjs'];

let requestId = null;
const send = (message) => parentPort.postMessage(message);

const problem = (errorType, errorMessage) => Object.assign(new Error(errorMessage), { name: errorType });
const describeError = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: String(error?.message ?? error),
  trace: String(error?.stack ?? '').split('\n'),
});

/** Through the message port, and so in order with the results: the thread's own streams may come later or never. */
const captureStream = (stream) => {
  stream.write = (chunk, encoding, callback) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    send({ type: 'log', requestId, text });
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) queueMicrotask(done);
    return true;
  };
};

const dieWith = (errorType, status) => (reason) => {
  send({ type: 'fatal', error: { ...describeError(reason), errorType } });
  process.exit(status);
};

const loadHandler = async () => {
  const [moduleName, exportName] = workerData.handler.split(/\.(?=[^.]+$)/);
  const file = EXTENSIONS.map((extension) => path.join(workerData.directory, moduleName + extension)).find(
    existsSync,
  );
  if (!file) throw problem('Runtime.ImportModuleError', `Cannot find module '${moduleName}'`);
  const loaded = await import(pathToFileURL(file).href);
  const handler = loaded[exportName] ?? loaded.default?.[exportName];
  if (typeof handler !== 'function')
    throw problem('Runtime.HandlerNotFound', `${workerData.handler} is undefined or not exported`);
  // The nodejs24.x runtime no longer calls handlers back.
  if (handler.length >= 3)
    throw problem('Runtime.CallbackHandlerDeprecated', 'Callback-based function handlers are not supported.');
  return handler;
};

const contextOf = ({ requestId: awsRequestId, deadline }) => ({
  functionName: workerData.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: workerData.arn,
  memoryLimitInMB: String(workerData.memoryMb),
  awsRequestId,
  logGroupName: `/aws/lambda/${workerData.name}`,
  logStreamName: workerData.logStream,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const invoke = async (handler, request) => {
  requestId = request.requestId;
  process.env._X_AMZN_TRACE_ID = request.traceId;
  try {
    const payload = JSON.stringify(await handler(JSON.parse(request.payload), contextOf(request))) ?? 'null';
    if (Buffer.byteLength(payload) > LARGEST_RESPONSE_BYTES)
      throw problem(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${LARGEST_RESPONSE_BYTES} bytes).`,
      );
    send({ type: 'result', requestId, payload });
  } catch (error) {
    send({ type: 'error', requestId, error: describeError(error) });
  }
};

captureStream(process.stdout);
captureStream(process.stderr);
process.on('unhandledRejection', dieWith('Runtime.UnhandledPromiseRejection', 128));
process.on('uncaughtException', dieWith('Runtime.UncaughtException', 129));

const startedAt = performance.now();
const cpuAtStart = process.threadCpuUsage();
try {
  const handler = await loadHandler();
  const cpu = process.threadCpuUsage(cpuAtStart);
  parentPort.on('message', (request) => invoke(handler, request));
  send({
    type: 'ready',
    initMs: performance.now() - startedAt,
    initCpuMs: (cpu.user + cpu.system) / 1000,
  });
} catch (error) {
  send({ type: 'fatal', error: describeError(error) });
}
