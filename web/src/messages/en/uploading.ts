import { formatPercent } from '../../format/numbers.ts';
import type { Rough } from '../../upload/pace.ts';
import type { Messages } from '../language.ts';

const plural = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
const spanOf = (left: Rough): string => {
  if (left.unit === 'moment') return 'less than a minute';
  if (left.unit === 'minutes') return `about ${plural(left.minutes, 'minute')}`;
  const hours = `about ${plural(left.hours, 'hour')}`;
  return left.minutes === 0 ? hours : `${hours} ${plural(left.minutes, 'minute')}`;
};

export const uploading: Messages['uploading'] = {
  drop: {
    choose: 'Choose files',
    chooseMore: 'Choose more files',
    here: 'or drop several here',
    nothing: 'What was dropped could not be opened. Open a folder and drop the files in it.',
    kinds: 'Video, sound, pictures, PDF and SCORM 1.2 packages are taken.',
  },
  form: {
    title: 'About the files',
    forAll: 'The same for all files',
    forAllHint: 'Fill this in once. Tick the file that differs.',
    files: (n) => `${plural(n, 'file')} chosen`,
    fileTitle: 'Name of the material',
    altText: 'Words for the picture',
    altTextHint: 'For those who cannot see it. What does it tell?',
    differs: 'This file differs from the others',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name}`,
    send: (n) => (n === 1 ? 'Send the file' : `Send ${n} files`),
    kept: 'What you entered is kept on this computer.',
    empty: 'This file is empty. Remove it and choose another one.',
    fileMissing: 'Choose this file again, or remove it.',
  },
  details: {
    sourceHint: 'Who made it, or where it was taken from.',
    peopleChoices: {
      adults: 'Adults only',
      children: 'Children under 16 too',
    },
    consent: 'Consent',
    adultsAgreed: 'All of these people have agreed.',
    parentsAgreed: 'A parent or guardian has agreed.',
    childrenAgreed: 'The children have agreed.',
    faults: {
      licence: 'Choose the licence of the file.',
      source: 'Say where the file comes from.',
      codes: 'Choose 12 components at most.',
      people: 'Say who can be recognised.',
      consent:
        'Without every consent the file cannot be sent. Hide the faces or cut the scene, then choose again.',
    },
    competencesHint: 'As in circular 02/2025. Choose 12 components at most.',
    chosen: (n) => `${n} chosen`,
  },
  going: 'Files on their way and just sent',
  goingSentence: (files, percent) =>
    files === 0
      ? 'No file is being sent.'
      : `Sending ${plural(files, 'file')}, ${formatPercent(percent, 'en')} done.`,
  mayLeave: 'You may look at other pages. Keep this tab open while files are being sent.',
  phases: {
    reading: (percent) => `Reading the file, ${formatPercent(percent, 'en')}`,
    waiting: 'Waiting for its turn',
    sending: (percent) => `Sending, ${formatPercent(percent, 'en')}`,
    retrying: 'No network. It goes on by itself when that is back.',
    busy: 'The server is busy. The file is sent again in a few minutes.',
    joining: 'All sent, joining the parts',
    paused: 'Paused. What was sent is kept.',
    elsewhere: 'Another tab of this browser is sending this file.',
    allow: 'The browser needs your leave to read the file again.',
    choose: (name) => `Choose ${name} again to go on.`,
    refused: 'Not sent',
    sent: 'Sent',
    duplicate: 'Already here',
    twin: 'Same as another',
  },
  pausedUnsent: 'Paused. Nothing of it was sent yet.',
  appraisal: 'Learners do not see it yet. Press Watch to hand it in.',
  storeRefuses:
    'The store does not take the file. What was sent is still there. Press Send again. If it is refused again, try another network, or tell whoever looks after the system.',
  duplicate: 'This file is already here and need not be sent:',
  twin: (title) => `This file is the same as “${title}” in this list, so it is not sent again.`,
  quota: (day, room) => `${day} may still be sent today. There is room for ${room}.`,
  sentOf: (sent, total) => `${sent} of ${total} sent`,
  speed: (size) => `${size} a second`,
  left: (left) => `${spanOf(left)} left`,
  wrongFile: 'This is not the file of before. Choose the same file.',
  actions: {
    pause: 'Pause',
    goOn: 'Go on',
    chooseAgain: 'Choose the file again',
    again: 'Send again',
    drop: 'Remove',
    putAway: 'Put away',
    named: (action, title) => `${action}: ${title}`,
    dropAsk: (title) => `Remove “${title}”? What was sent of it is lost.`,
    keep: 'Keep it',
  },
  indicator: (files, percent) => `Sending ${plural(files, 'file')}, ${formatPercent(percent, 'en')}`,
};
