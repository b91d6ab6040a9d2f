import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const PackageResultRecordedV1 = defineEvent({
  name: 'PackageResultRecorded',
  version: 1,
  source: 'hocvuso.viewing',
  summary:
    'A person got further in an interactive package, by the package’s own word; the best of all its sessions',
  data: {
    personId: z.string(),
    assetId: z.string(),
    courseId: z.string().optional(),
    /** As SCORM 1.2 names it; it never goes back. */
    status: z.enum(['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed']),
    /** On the 10-point scale; absent where the package gives no score. */
    scoreHundredths: z.int().min(0).max(1000).optional(),
    /** Time of all sessions together. */
    totalSeconds: z.int().nonnegative(),
  },
  example: {
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    status: 'passed',
    scoreHundredths: 800,
    totalSeconds: 540,
  },
});
