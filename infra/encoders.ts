import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { MOST_ENCODERS } from './stages.ts';

/** The fewest that a queue may be worked by at one time (AWS::Lambda::EventSourceMapping, MaximumConcurrency). */
const FEWEST = 2;
/**
 * What runs at one time in an account is shared by all of its functions: encoders, who are busy for minutes, leave most of
 * it to whoever answers people.
 */
const SHARE = 4;

/** How many encoders an account has room for, of which so many functions may run at one time. */
export const encodersWithin = (concurrency: number): number =>
  Math.min(MOST_ENCODERS, Math.max(FEWEST, Math.floor(concurrency / SHARE)));

/** How many functions may run at one time in the account: 1000 as a rule, 10 in some that are new. */
export async function concurrencyOf(lambda: LambdaClient): Promise<number> {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand());
  return AccountLimit?.ConcurrentExecutions ?? 0;
}
