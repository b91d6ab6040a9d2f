import { AwsError } from '../core/aws-error.ts';

type BatchAnswer = {
  readonly Successful: readonly object[];
  readonly Failed: readonly { Id: string; SenderFault: true; Code: string; Message: string }[];
};

const MOST_ENTRIES = 10;

/**
 * Runs each entry for itself and reports the ones that were refused (AwsError) beside the others.
 * Throws AwsError when the batch as a whole is not valid.
 */
export function runBatch<E extends { readonly Id: string }>(
  entries: readonly E[],
  run: (entry: E) => object,
): BatchAnswer {
  checkBatch(entries.map((entry) => entry.Id));
  const Successful: object[] = [];
  const Failed: { Id: string; SenderFault: true; Code: string; Message: string }[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof AwsError) || error.code === 'QueueDoesNotExist') throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

function checkBatch(ids: readonly string[]): void {
  if (ids.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > MOST_ENTRIES)
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${ids.length}.`,
    );
  if (new Set(ids).size < ids.length)
    throw new AwsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
  if (!ids.every((id) => /^[\w-]{1,80}$/.test(id)))
    throw new AwsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
}
