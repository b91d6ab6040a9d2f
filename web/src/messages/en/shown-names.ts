import type { shownNames as vi } from '../vi/shown-names.ts';

/** What learners read of it, too; the desks add their part in `names.ts`. */
export const shownNames: typeof vi = {
  licence: 'Licence',
  licences: {
    'All rights reserved': 'Made by the centre, all rights reserved',
    'CC BY 4.0': 'CC BY 4.0: use again, name the author',
    'CC BY-SA 4.0': 'CC BY-SA 4.0: name the author, share alike',
    'CC BY-NC 4.0': 'CC BY-NC 4.0: name the author, do not sell',
    'CC BY-NC-SA 4.0': 'CC BY-NC-SA 4.0: do not sell, share alike',
    'CC0 1.0': 'CC0 1.0: free for everybody',
  },
  source: 'Source',
  language: 'Language',
  languages: { vi: 'Vietnamese', en: 'English', km: 'Khmer', zh: 'Chinese' },
  competences: 'Digital competences',
};
