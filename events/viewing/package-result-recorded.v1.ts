import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const PackageResultRecordedV1 = defineEvent({
  name: 'PackageResultRecorded',
  version: 1,
  source: 'hocvuso.viewing',
  summary:
    'A person got further in an interactive package, by the package’s own word; the best of all its sessions, and where it has several lessons all of them together',
  data: {
    personId: z.string(),
    assetId: z.string(),
    courseId: z.string().optional(),
    /** As SCORM 1.2 names it; it never goes back. */
    status: z.enum(['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed']),
    /** On the 10-point scale; absent where the package gives no score, or has lessons left that are not done. */
    scoreHundredths: z.int().min(0).max(1000).optional(),
    /** Time of all sessions together. */
    totalSeconds: z.int().nonnegative(),
    /** Only of a package with several lessons: how many it has, and how many of them are completed or passed. */
    lessons: z.int().min(2).optional(),
    lessonsDone: z.int().nonnegative().optional(),
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
