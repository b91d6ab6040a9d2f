import type { names as vi } from '../vi/names.ts';
import { shownNames } from './shown-names.ts';

/** What everything that is said of a material is called, on every page alike. */
export const names: typeof vi = {
  ...shownNames,
  chooseLicence: 'Choose a licence',
  anotherLicence: 'Another licence',
  licenceName: 'Name of the licence',
  languages: { ...shownNames.languages, ko: 'Korean', ja: 'Japanese', fr: 'French' },
  people: 'People in it',
  choosePeople: 'Choose an answer',
  peopleShown: {
    nobody: 'Nobody can be recognised',
    'adults-agreed': 'Adults, who agreed',
    'children-both-agreed': 'Children; they and their parents agreed',
  },
};
