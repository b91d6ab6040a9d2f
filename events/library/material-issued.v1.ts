import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { MaterialKind } from './material-reference.ts';

/** Also told when a withdrawn version is put back; the aggregate's version in the metadata orders it all. */
export const MaterialIssuedV1 = defineEvent({
  name: 'MaterialIssued',
  version: 1,
  source: 'hocvuso.library',
  summary: 'A second person appraised a version of a material; from now on it is the one that is listed',
  data: {
    materialId: z.string(),
    /** Counts the versions of this material from 1. */
    version: z.int().positive(),
    kind: MaterialKind,
    /** Of the file that the media service made ready; absent for links and references. */
    assetId: z.string().optional(),
    courseId: z.string().optional(),
    lessonNo: z.int().positive().optional(),
    licence: z.string(),
    competenceCodes: z.array(z.string()),
    /** `enrolled`: for the persons enrolled in the course, and staff. */
    access: z.enum(['open', 'enrolled']),
    /** Of a picture: what is said for those who do not see it, as it was appraised. */
    altText: z.string().optional(),
  },
  example: {
    materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    version: 1,
    kind: 'video',
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    lessonNo: 1,
    licence: 'CC BY-SA 4.0',
    competenceCodes: ['4.1'],
    access: 'open',
  },
});
