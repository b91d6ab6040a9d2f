import type { packages as vi } from '../vi/packages.ts';

export const packages: typeof vi = {
  frame: (title) => `Interactive lesson ${title}`,
  larger: 'Open large',
  smaller: 'Make smaller',
  close: 'Close the lesson',
  closeList: 'Close the list',
  next: 'Next lesson',
  untitled: (lesson) => `Lesson ${lesson}`,
  done: (done, all) => `You have done ${done} of ${all} lessons.`,
  allDone: (all) => `You have done all ${all} lessons.`,
  marks: { unbegun: 'Not begun', begun: 'Under way', failed: 'Not passed', done: 'Done' },
  guest: 'You are not signed in, so no result is kept.',
  statuses: {
    'not attempted': 'Not begun.',
    browsed: 'Looked through.',
    incomplete: 'Under way.',
    failed: 'Not passed yet.',
    completed: 'Done.',
    passed: 'Passed.',
  },
  score: (points) => `Best score: ${points}.`,
  saving: {
    soon: 'Kept on this device, soon to be sent.',
    sending: 'Saving.',
    sent: 'Saved.',
    refused: 'This was not saved. Close the lesson and open it again; what was saved is still there.',
    kept: 'Not sent yet. Your result is on this device and is sent when there is a network.',
  },
  offline:
    'This lesson needs the network. What was saved is still there. Press “Try again” once you are online.',
  noCookies: 'This browser cannot open the lesson. Update it, or use another one.',
  gone: 'This lesson was closed. Your result is still there. Press “Try again” or choose another one.',
};
