import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';

export type Operation = (input: Record<string, unknown>) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

/** Reads the request by its schema before `run` sees it; a bad or unknown member is an InvalidParameterException that names it. */
export const operation =
  <Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>) => unknown): Operation =>
  (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return run(parsed.data);
    throw new AwsError('InvalidParameterException', z.prettifyError(parsed.error).replaceAll('\n', ' '));
  };

export const name = z.string().min(1).max(128);
export const password = z.string().max(256);

/** The list form in which Cognito's API carries a user's attributes. */
export const attributeList = z
  .array(z.strictObject({ Name: z.string().min(1).max(32), Value: z.string().max(2048).default('') }))
  .default([])
  .transform((list) => Object.fromEntries(list.map((attribute) => [attribute.Name, attribute.Value])));

/** Members by which an Admin* request names one user. */
export const oneUser = { UserPoolId: z.string(), Username: name };
