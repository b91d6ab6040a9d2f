import type { shownNames as vi } from '../vi/shown-names.ts';

/** What learners read of it, too; the desks add their part in `names.ts`. */
export const shownNames: typeof vi = {
  licence: 'Licence',
  licences: { 'All rights reserved': 'Made by the centre, all rights reserved' },
  source: 'Source',
  language: 'Language',
  languages: { vi: 'Vietnamese', en: 'English', km: 'Khmer', zh: 'Chinese' },
  competences: 'Digital competences',
};
