import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const DailySummaryWrittenV1 = defineEvent({
  name: 'DailySummaryWritten',
  version: 1,
  source: 'hocvuso.reports',
  summary: 'The summary of one day can be opened',
  data: {
    reportId: z.string(),
    day: z.iso.date(),
  },
  example: {
    reportId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    day: '2026-11-22',
  },
});
