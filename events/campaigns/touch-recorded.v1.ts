import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const TouchRecordedV1 = defineEvent({
  name: 'TouchRecorded',
  version: 1,
  source: 'hocvuso.campaigns',
  summary: 'Somebody followed a tracked link or scanned its code',
  data: {
    touchId: z.string(),
    campaignId: z.string(),
    channelId: z.string(),
    via: z.enum(['link', 'qr']),
    /** Pseudonym of the device, different for every campaign. */
    visitorKey: z.string(),
    firstOfVisitor: z.boolean(),
  },
  example: {
    touchId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    campaignId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    channelId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    via: 'qr',
    visitorKey: 'b6f1c0a2',
    firstOfVisitor: true,
  },
});
