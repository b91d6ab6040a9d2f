import { Logger } from '@aws-lambda-powertools/logger';

/** One line of JSON per log entry; the service's name comes from the environment. */
export const logger = new Logger();
