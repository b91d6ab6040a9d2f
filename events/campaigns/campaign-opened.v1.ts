import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const CampaignOpenedV1 = defineEvent({
  name: 'CampaignOpened',
  version: 1,
  source: 'hocvuso.campaigns',
  summary: 'A campaign collects touches',
  data: {
    campaignId: z.string(),
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    channels: z.array(z.string()),
  },
  example: {
    campaignId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    opensOn: '2026-10-01',
    closesOn: '2026-12-31',
    channels: ['poster'],
  },
});
