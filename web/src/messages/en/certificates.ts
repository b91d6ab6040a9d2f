import type { Messages } from '../language.ts';

export const certificates: Messages['certificates'] = {
  title: 'My certificates',
  lead: 'The courses you have completed.',
  none: 'No course is completed yet. Read its lessons and pass its quiz.',
  toNext: 'Go on with my course',
  toCourses: 'Choose a course',
  mark: (mark) => `Mark ${mark}`,
  day: (day, month, year) => `${day}/${month}/${year}`,
  open: 'See and print',
  sheet: {
    page: 'Record of completion',
    over: 'Binh dan hoc vu so',
    heading: 'RECORD OF COMPLETION',
    to: 'Learner',
    did: 'has completed the course',
    withMark: (mark) => `Result ${mark} of 10`,
    code: 'Code of the record',
    honest: 'Recorded by the learning platform of the centre. It is no diploma.',
    print: 'Print this sheet',
    printHint: 'Take A4, landscape. Without a printer, save it as PDF.',
    missing: 'Your account has no such record.',
    toList: 'Back to my certificates',
  },
};
