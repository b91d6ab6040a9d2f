import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** One line of JSON per log entry, one EMF block per invocation; the service name comes from the environment. */
export const logger = new Logger();
export const metrics = new Metrics();
