import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const TvCodeOpenedV1 = defineEvent({
  name: 'TvCodeOpened',
  version: 1,
  source: 'hocvuso.library',
  summary: 'Whoever types a code at a television may watch this file until the code ends',
  data: {
    materialId: z.string(),
    assetId: z.string(),
    /** SHA-256 of the digits, hex: the code itself lets people in and stays off the bus. */
    codeDigest: z.string(),
    closesAt: z.iso.datetime(),
  },
  example: {
    materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    codeDigest: '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92',
    closesAt: '2026-11-30T12:00:00.000Z',
  },
});
