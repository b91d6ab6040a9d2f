import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../language.ts';

const count = (n: number) => formatCount(n, 'en');

export const table: Messages['table'] = {
  filter: 'Filter this table, with or without diacritics',
  shown: (shown, of) => (shown === of ? `${count(of)} rows` : `${count(shown)} of ${count(of)} rows`),
  morePages: 'more to come',
  noneMatch: 'No row matches.',
  sortBy: 'Sort by',
  sortAs: { ascending: 'ascending', descending: 'descending' },
  sortChoice: (title, how) => `${title}, ${how}`,
  asGiven: 'As it comes',
  export: 'Download for Excel',
  exporting: (rows) => `Gathering ${count(rows)} rows`,
  exportedXlsx: 'The Excel file is downloaded.',
  exportedCsv: 'The Excel file could not be made. A CSV file is downloaded, which Excel opens too.',
  noteOf: (when, rows) => `Made at ${when}, ${count(rows)} rows.`,
  filteredBy: (words) => `Filtered by: ${words}.`,
};
