import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const ViewingRecordedV1 = defineEvent({
  name: 'ViewingRecorded',
  version: 1,
  source: 'hocvuso.viewing',
  summary: 'A person watched more of a recording; what was skipped or seen before is not counted',
  data: {
    personId: z.string(),
    assetId: z.string(),
    courseId: z.string().optional(),
    /** Whole seconds of the recording that this person has now seen for the first time. */
    newSeconds: z.int().nonnegative(),
    /** Of the whole recording, since the first time. */
    coveredPercent: z.int().min(0).max(100),
    /** Nearly all of it was seen, at this time or before. */
    finished: z.boolean(),
  },
  example: {
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    newSeconds: 58,
    coveredPercent: 40,
    finished: false,
  },
});
