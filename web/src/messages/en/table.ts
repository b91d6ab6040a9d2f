import type { Messages } from '../language.ts';

export const table: Messages['table'] = {
  filter: 'Filter this table, with or without diacritics',
  shown: (shown, of) => (shown === of ? `${of} rows` : `${shown} of ${of} rows`),
  morePages: 'more to come',
  noneMatch: 'No row matches.',
  sortBy: 'Sort by',
  sortAs: { ascending: 'ascending', descending: 'descending' },
  sortChoice: (title, how) => `${title}, ${how}`,
  asGiven: 'As it comes',
  export: 'Download for Excel',
  exporting: (rows) => `Gathering ${rows} rows`,
  exportedXlsx: 'The Excel file is downloaded.',
  exportedCsv: 'The Excel file could not be made. A CSV file is downloaded, which Excel opens too.',
  noteOf: (when, rows) => `Made at ${when}, ${rows} rows.`,
  filteredBy: (words) => `Filtered by: ${words}.`,
};
