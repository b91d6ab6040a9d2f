import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const UploadReceivedV1 = defineEvent({
  name: 'UploadReceived',
  version: 1,
  source: 'hocvuso.media',
  summary: 'A file has arrived in the upload bucket',
  data: {
    assetId: z.string(),
    objectVersion: z.string(),
    bytes: z.int().nonnegative(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    objectVersion: 'v1',
    bytes: 7340032,
  },
});
