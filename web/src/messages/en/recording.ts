import type { Messages } from '../language.ts';

export const recording: Messages['recording'] = {
  awaitingMore: 'The file is not complete. Its sender opens the upload page to go on.',
  goodUntil: (time) => `The file is whole up to ${time}.`,
  seeOriginal: 'See the one that is here',
  retry: 'Process it again',
  retrying: 'Beginning again',
  removeAsk: (title) => `Remove “${title}” for good? The file and all that was made of it will be deleted.`,
  facts: {
    title: 'Facts',
    file: 'File',
  },
  versions: {
    title: 'What was made of it',
    picture: (height) => `Picture ${height}p with sound`,
    sound: (isLight) => (isLight ? 'Sound alone, light' : 'Sound alone'),
    whole: (height) => `All of it in one file, ${height}p`,
    pages: (width) => `Pages, ${width} pixels wide`,
    width: (width) => `Picture, ${width} pixels wide`,
    files: (n) => `All of it, ${n} files unpacked`,
  },
  next: {
    draft: 'Nobody sees this file yet. Choose its topics, then hand it in to be appraised.',
    submitted: 'Nobody sees this file yet. It waits for the Head of Training to appraise it.',
    returned: 'Nobody sees this file yet. Mend what the remarks name, then hand it in again.',
    issued: 'This file is shown in the library.',
    withdrawn: 'This file was withdrawn; nobody sees it any more.',
    absorbed: 'This file has become the next version of another material.',
  },
  nextOfOthers: {
    draft: 'Nobody sees this file yet. Its maker has not handed it in to be appraised.',
    returned: 'Nobody sees this file yet. Its maker is mending what the remarks name.',
  },
  handIn: 'Choose topics and hand it in',
  captions: 'Edit captions',
  material: 'Material of this file',
};
