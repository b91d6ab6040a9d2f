import * as z from 'zod';
import { StartRefused } from '../template/start-refused.ts';
import { type Context, conditionsHold, isKnownOperator } from './conditions.ts';
import { matchesWildcard } from './wildcard.ts';

const OneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const ConditionValues = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
  .transform((value) => (Array.isArray(value) ? value : [value]).map(String));
const Principal = z
  .union([z.literal('*'), z.strictObject({ Service: OneOrMany.optional(), AWS: OneOrMany.optional() })])
  .transform((value) => (value === '*' ? { AWS: ['*'] } : value));

const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: Principal.optional(),
  Action: OneOrMany.optional(),
  NotAction: OneOrMany.optional(),
  Resource: OneOrMany.optional(),
  NotResource: OneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), ConditionValues)).default({}),
});
export type Statement = z.infer<typeof Statement>;

const PolicyDocument = z.strictObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([Statement, z.array(Statement)]).transform((value) => [value].flat()),
});

/** Who asks: a role of the template (by its ARN) or an AWS service (`events.amazonaws.com`). */
export type Caller = { readonly role: string } | { readonly service: string };

/** One question to a policy. `caller` is compared only where a statement names a principal. */
export type PolicyRequest = {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
};

/** `none` means that no statement speaks to the request: by default nothing is allowed. */
export type Decision = 'allow' | 'deny' | 'none';

/** Reads a policy document; throws `StartRefused` naming `owner` when it uses what cannot be evaluated here. */
export function readPolicy(document: unknown, owner: string): Statement[] {
  const parsed = PolicyDocument.safeParse(document);
  if (!parsed.success)
    throw new StartRefused(`The policy of ${owner} cannot be evaluated: ${z.prettifyError(parsed.error)}`);
  for (const statement of parsed.data.Statement) {
    const operator = Object.keys(statement.Condition).find((name) => !isKnownOperator(name));
    if (operator)
      throw new StartRefused(
        `The policy of ${owner} uses the condition ${operator}, which is not known here.`,
      );
    if (statement.Resource?.some((resource) => resource.includes('${')))
      throw new StartRefused(`The policy of ${owner} uses a policy variable, which is not known here.`);
  }
  return parsed.data.Statement;
}

function principalMatches(principal: Statement['Principal'], caller: Caller): boolean {
  if (principal === undefined) return true;
  if ('service' in caller)
    return principal.Service?.includes(caller.service) ?? principal.AWS?.includes('*') ?? false;
  const account = caller.role.split(':')[4] ?? '';
  const names = ['*', caller.role, account, `arn:aws:iam::${account}:root`];
  return principal.AWS?.some((name) => names.includes(name)) ?? false;
}

function applies(statement: Statement, request: PolicyRequest): boolean {
  const action = request.action.toLowerCase();
  const isAction = (pattern: string) => matchesWildcard(pattern.toLowerCase(), action);
  const isResource = (pattern: string) => matchesWildcard(pattern, request.resource);
  return (
    (statement.Action?.some(isAction) ?? true) &&
    !statement.NotAction?.some(isAction) &&
    (statement.Resource?.some(isResource) ?? true) &&
    !statement.NotResource?.some(isResource) &&
    principalMatches(statement.Principal, request.caller) &&
    conditionsHold(statement.Condition, request.context)
  );
}

/** An explicit denial wins over any allowance. */
export function decide(statements: readonly Statement[], request: PolicyRequest): Decision {
  const speaking = statements.filter((statement) => applies(statement, request));
  if (speaking.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return speaking.length > 0 ? 'allow' : 'none';
}
