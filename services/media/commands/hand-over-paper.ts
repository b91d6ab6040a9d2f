import { isPaper } from '../domain/paper-plan.ts';
import { reject } from '../domain/rejection.ts';
import type { PaperQueue } from '../paper-queue.ts';
import type { Examiner } from './examine-upload.ts';

/** Sends documents, pictures and packages to the workers that read them. */
export const paperExaminer =
  ({ paperQueue }: { readonly paperQueue: PaperQueue }): Examiner =>
  async ({ recording: { assetId, source }, identified: { kind } }) => {
    if (!source || !isPaper(kind)) return reject('UNRECOGNISED');
    const { objectVersion } = source;
    await paperQueue.send([{ assetId, objectVersion, kind, task: 'examine' }]);
    return 'handed-over';
  };
