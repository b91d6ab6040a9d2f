import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const TvCodeClosedV1 = defineEvent({
  name: 'TvCodeClosed',
  version: 1,
  source: 'hocvuso.library',
  summary: 'A code for televisions opens nothing any more, before its time',
  data: { materialId: z.string(), codeDigest: z.string() },
  example: {
    materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    codeDigest: '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92',
  },
});
