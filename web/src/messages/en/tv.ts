import { formatCount } from '../../format/numbers.ts';
import type { vi } from '../vi.ts';

const count = (n: number) => formatCount(n, 'en');
const shortDay = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00.000Z`));

/** The TV in the hall. */
export const tv: typeof vi.tv = {
  title: 'Hall TV',
  centre: 'Gia Dinh Continuing Education Centre',
  choices: 'Choose with the remote',
  hint: 'Keys ◀ ▲ ▼ ▶ to choose, OK to open',
  hintOpen: 'Press Back to return',
  hintRecording: (s, isPlaying) => `OK to ${isPlaying ? 'pause' : 'go on'}, ◀ ▶ back or on ${s} seconds`,
  hintRecordingCaptions: (s, isPlaying) =>
    `OK to ${isPlaying ? 'pause' : 'go on'}, ◀ ▶ back or on ${s} seconds, ▲ captions`,
  hintStopped: 'Stopped. Press play to go on',
  asOf: (when) => `figures as of ${when}`,
  qr: (title) => `QR code: ${title}`,
  scanLesson: (minutes) => ['Scan for a lesson of', `${minutes} minutes`, 'on your phone'],
  scanPage: ['Scan to open', 'on your phone', 'No account needed'],
  scanSeat: ['Scan to take a seat', 'on your phone', 'Free at the centre'],
  day: {
    today: () => 'Today',
    tomorrow: (day) => `Tomorrow, ${shortDay(day)}`,
    later: (day) => shortDay(day),
  },
  runTitle: (day, room) => (room ? `${day}, ${room}` : day),
  seatsLeft: (n) => (n === 0 ? 'Full, names are taken for the queue' : `${count(n)} seats left`),
  startsWord: 'Begins',
  newest: 'The newest course',
  figuresTitle: 'The movement so far',
  figures: {
    'people-registered': 'people registered',
    'enrolments-confirmed': 'seats taken',
    'runs-completed': 'courses completed',
    'recordings-ready': 'lectures to watch',
  },
  byCode: {
    enter: 'Type the code of six digits',
    enterLead: 'Teachers get it from the page of the material.',
    code: 'Code',
    open: 'Open',
    short: 'A code has six digits. Enter the rest.',
    wrong: 'This code opens nothing. Look at each digit. If all are right, it has ended: ask for a new one.',
    over: {
      ended: 'This is the end. What next?',
      failed: 'It could not be played. Check the network, then press “Play again”.',
      closed: 'This code has ended. Ask your teacher for a new one.',
    },
    again: { ended: 'Again from the beginning', failed: 'Play again' },
    back: 'Type another code',
    programme: 'Back to the programme of the centre',
  },
  tiles: {
    recording: 'Watch',
    safety: 'Six ways to stay safe',
    safetyMore: 'Read in one minute',
    courses: 'Courses',
    coursesMore: (n) => `${n} courses for everybody`,
  },
  playFailed: 'The video does not play. The screen returns by itself.',
  safety: [
    {
      title: 'Somebody asks for your OTP?\nHang up.',
      text: 'Police and banks never ask for an OTP on the phone.',
    },
    {
      title: 'A link from a stranger?\nDo not press it.',
      text: 'To ask back, call the number on your bank card.',
    },
    {
      title: 'A friend borrows money online?\nCall back.',
      text: 'Call the number you saved. Voices and faces can be faked.',
    },
    {
      title: 'Easy work, high pay, money first?\nWalk away.',
      text: 'Real work never asks you to transfer money first.',
    },
    {
      title: 'A password is like the key to your house.',
      text: 'One password for each place. Never your birthday.',
    },
    {
      title: 'Sent money to a swindler?\nDo two things now.',
      text: 'Call the bank to lock the account. Then tell the police.',
    },
  ],
};
