import type { Messages } from '../language.ts';

export const materials: Messages['materials'] = {
  asWords: 'Read as text',
  larger: 'Enlarge',
  more: 'Read, print, save',
  page: (n, of) => `Page ${n} of ${of}`,
  scan: (n) => `Page ${n}, a scan without words`,
  noWords: 'This page is a scan and has no words.',
  goTo: 'Go to page',
  go: 'Go',
  original: (size) => `Save the PDF, ${size}`,
  saving: 'Saving',
  notSaved: 'The file was not saved. Check the network and press again.',
  print: 'Print the document',
  printing: 'Fetching the pages to print',
  close: 'Close the document',
  failed: 'The document did not open. Check the network and press “Try again”.',
};
