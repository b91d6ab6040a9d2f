import type { names as vi } from '../vi/names.ts';

/** What everything that is said of a material is called, on every page alike. */
export const names: typeof vi = {
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
  languages: {
    vi: 'Vietnamese',
    en: 'English',
    km: 'Khmer',
    zh: 'Chinese',
    ko: 'Korean',
    ja: 'Japanese',
    fr: 'French',
  },
  people: 'People in it',
  peopleShown: {
    nobody: 'Nobody can be recognised',
    'adults-agreed': 'Adults, who agreed',
    'children-both-agreed': 'Children; they and their parents agreed',
  },
  competences: 'Digital competences',
};
