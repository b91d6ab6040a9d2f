/**
 * An error of an AWS API as a client sees it: `code` is the exception's name on the wire
 * (for example `ConditionalCheckFailedException`), `extra` the further members of its body.
 */
export class AwsError extends Error {
  readonly code: string;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly status: number;

  constructor(code: string, message: string, extra: Readonly<Record<string, unknown>> = {}, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.extra = extra;
    this.status = status;
  }
}

/** What every JSON-protocol service of the local cloud offers to the port that serves it. */
export type AwsService = {
  readonly call: (operation: string, input: Record<string, unknown>) => unknown;
};
