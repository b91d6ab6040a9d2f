import type { names as vi } from '../vi/names.ts';
import { shownNames } from './shown-names.ts';

/** What everything that is said of a material is called, on every page alike. */
export const names: typeof vi = {
  ...shownNames,
  licences: {
    ...shownNames.licences,
    'CC BY 4.0': 'CC BY 4.0: use again, name the author',
    'CC BY-SA 4.0': 'CC BY-SA 4.0: name the author, share alike',
    'CC BY-NC 4.0': 'CC BY-NC 4.0: name the author, do not sell',
    'CC BY-NC-SA 4.0': 'CC BY-NC-SA 4.0: do not sell, share alike',
    'CC0 1.0': 'CC0 1.0: free for everybody',
  },
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
