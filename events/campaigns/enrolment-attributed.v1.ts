import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const EnrolmentAttributedV1 = defineEvent({
  name: 'EnrolmentAttributed',
  version: 1,
  source: 'hocvuso.campaigns',
  summary: 'An enrolment is credited to one touch of a campaign',
  data: {
    enrolmentId: z.string(),
    touchId: z.string(),
    campaignId: z.string(),
    channelId: z.string(),
  },
  example: {
    enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    touchId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    campaignId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    channelId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
  },
});
