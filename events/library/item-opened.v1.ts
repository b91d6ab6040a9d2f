import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { MaterialKind } from './material-reference.ts';

export const ItemOpenedV1 = defineEvent({
  name: 'ItemOpened',
  version: 1,
  source: 'hocvuso.library',
  summary: 'A person opened a material; once per person, material and local day',
  data: { materialId: z.string(), kind: MaterialKind, personId: z.string() },
  example: {
    materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    kind: 'video',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
  },
});
