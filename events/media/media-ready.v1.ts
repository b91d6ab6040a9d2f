import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const MediaReadyV1 = defineEvent({
  name: 'MediaReady',
  version: 1,
  source: 'hocvuso.media',
  summary: 'An upload can be watched, heard or read; nobody has appraised it yet',
  data: {
    assetId: z.string(),
    courseId: z.string().optional(),
    lessonNo: z.int().optional(),
    /** 0 for what has no length in time. */
    durationMs: z.int().nonnegative(),
    kind: z.enum(['video', 'audio', 'image', 'document', 'package']).optional(),
    title: z.string().optional(),
    /** Whoever appraises it must be another person. */
    uploadedBy: z.string().optional(),
    /** BCP 47. */
    language: z.string().optional(),
    licence: z.string().optional(),
    source: z.string().optional(),
    competenceCodes: z.array(z.string()).optional(),
    /** Of a package: what is opened first (an address within it), what its maker calls it, how much it holds. */
    package: z
      .object({
        launch: z.string(),
        title: z.string().optional(),
        /** How many lessons; absent where there is one. */
        lessons: z.int().min(2).optional(),
        files: z.int().min(1),
        bytes: z.int().nonnegative(),
      })
      .optional(),
    /** Of a document: where the words of its pages lie on the site, a file of JSON; a page that is a scan has none. */
    document: z.object({ pages: z.int().min(1), words: z.string() }).optional(),
    /** Who can be recognised, and that they agreed; absent when the uploader was not asked. */
    peopleShown: z.enum(['nobody', 'adults-agreed', 'children-both-agreed']).optional(),
    /** Of a picture: what somebody who cannot see it needs to know. */
    altText: z.string().optional(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    lessonNo: 2,
    durationMs: 6000,
    kind: 'video',
    title: 'Nhận ra tin nhắn lừa đảo',
    uploadedBy: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    language: 'vi',
    licence: 'CC BY 4.0',
    source: 'Trung tâm Giáo dục thường xuyên',
    competenceCodes: ['4.2'],
    peopleShown: 'adults-agreed',
  },
});
