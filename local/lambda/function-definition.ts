/** What a function's event invoke config and dead-letter config decide about asynchronous invocations. */
type AsynchronousConfig = {
  /** 0 to 2; AWS's default is 2. */
  readonly maximumRetryAttempts?: number;
  /** AWS's default is six hours. */
  readonly maximumEventAgeSeconds?: number;
  /** ARNs of queues, buses or functions. */
  readonly onSuccess?: string;
  readonly onFailure?: string;
  readonly deadLetterArn?: string;
};

/** An AWS::Lambda::Function as the local cloud runs it. */
export type FunctionDefinition = {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** The folder of the unpacked code asset. */
  readonly directory: string;
  /** `module.export`, relative to the directory. */
  readonly handler: string;
  /** Folders of unpacked layers, in the template's order; each is what AWS mounts at /opt. */
  readonly layers: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** 0 throttles every invocation, as on AWS. */
  readonly reservedConcurrency?: number;
  readonly asynchronous?: AsynchronousConfig;
};

/** The body that a caller gets when a function fails. */
export type FunctionError = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

type Invocation = {
  readonly requestId: string;
  readonly durationMs: number;
  /** Only on the first invocation of an environment. */
  readonly initMs?: number;
  readonly log: readonly string[];
};

/** `payload` is the handler's answer as JSON text. A throttled invocation has not run. */
export type InvocationResult = Invocation &
  (
    | { readonly ok: true; readonly payload: string }
    | { readonly ok: false; readonly kind: 'unhandled' | 'throttled'; readonly error: FunctionError }
  );
