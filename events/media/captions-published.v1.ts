import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const CaptionsPublishedV1 = defineEvent({
  name: 'CaptionsPublished',
  version: 1,
  source: 'hocvuso.media',
  summary: 'Viewers of a recording can choose these captions, instead of those of this language before',
  data: {
    assetId: z.string(),
    /** BCP 47. */
    language: z.string(),
    /** The WebVTT file on the site, which holds the text. */
    path: z.string(),
    cues: z.int().nonnegative(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    language: 'vi',
    path: '/media/01K9ZB3V7Q8M2N4P6R8S0T2V4W/captions/vi-0f3a9c1d2b4e5f60.vtt',
    cues: 42,
  },
});
