/** The centre's own work, in the words that the law of every country knows. */
export const OWN_WORK = 'All rights reserved';
export const LICENCES = [
  OWN_WORK,
  'CC BY 4.0',
  'CC BY-SA 4.0',
  'CC BY-NC 4.0',
  'CC BY-NC-SA 4.0',
  'CC0 1.0',
] as const;
export const OTHER_LICENCE = 'other';
/** What is spoken at the centre and in courses that it uses, as BCP 47 names it. */
export const LANGUAGES = ['vi', 'en', 'km', 'zh'] as const;
