import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../language.ts';

const count = (n: number) => formatCount(n, 'en');
const opened = (n: number) => (n === 0 ? 'not opened yet' : `opened ${count(n)} times`);
const joined = (n: number) => (n === 0 ? 'nobody came to learn yet' : `${count(n)} came to learn`);

export const campaigns: Messages['campaigns'] = {
  title: 'Campaigns',
  lead: 'Every channel has a link of its own, so you know which one brings people to class.',
  none: 'There is no campaign yet.',
  createFirst: 'Create the first campaign',
  create: 'Create a campaign',
  statuses: { planned: 'Planned', open: 'Running', closed: 'Closed' },
  summary: (touches, enrolments) =>
    `${touches === 0 ? 'Not opened yet' : `Opened ${count(touches)} times`}, ${joined(enrolments)}`,
  noneCounted: 'none yet',
  period: (from, to) => `${formatDay(from, 'en')} to ${formatDay(to, 'en')}`,
  live: 'The figures follow while this page is open',
  countedAt: (when) => `Last opened: ${when}`,
  nothingCounted: 'Not opened yet.',
  sideBySide: 'The channels side by side',
  compare: (name) => `Channels of ${name}`,
  columns: {
    touches: 'Opened',
    scans: 'Scanned',
    visitors: 'People',
    enrolments: 'Enrolled',
    link: 'Link',
  },
  channels: 'Channels',
  addChannel: 'Add a channel',
  removeChannel: (n) => `Remove channel ${n}`,
  channelKind: 'Kind of channel',
  channelKindNo: (n) => `Kind of channel ${n}`,
  channelLabel: 'Name of the channel',
  channelLabelNo: (n) => `Name of channel ${n}`,
  kinds: {
    website: 'Website',
    fanpage: 'Fan page',
    poster: 'Poster',
    assembly: 'Assembly',
    zalo: 'Zalo group',
    referral: 'Referral',
  },
  defaultLabels: {
    website: 'Website of the centre',
    fanpage: 'Fan page of the Youth Union',
    poster: 'Poster at the gate',
    assembly: 'Monday assembly',
    zalo: 'Zalo group of the class',
    referral: 'Referred by learners',
  },
  touches: 'opened',
  funnel: (label) => `From opening to enrolling: ${label}`,
  step: 'Step',
  count: 'Count',
  byScan: (n) =>
    n === 0 ? 'Nobody scanned the QR code yet.' : `${count(n)} of them by scanning the QR code.`,
  best: (label, n) => `The best channel: ${label}, ${count(n)} people enrolled.`,
  bestTouches: (label, n) => `Opened most: ${label}, ${count(n)} times.`,
  headline: (open, touches, enrolments) =>
    open === 0
      ? 'No campaign is running.'
      : `${count(open)} campaigns running: ${opened(touches)}, ${joined(enrolments)}.`,
  visitors: 'visitors',
  enrolments: 'enrolled',
  link: (label) => `Link of ${label}`,
  copyLink: (label) => `Copy the link of ${label}`,
  printPoster: (label) => `Print the A4 poster: ${label}`,
  qrOf: (label) => `QR code of ${label}`,
  poster: {
    scan: 'Scan to start learning',
    how: 'Open the camera or Zalo and point it at this code.',
    free: 'Free of charge. Somebody shows you every step.',
    back: 'Back to the campaign',
    print: 'Print the A4 poster',
  },
  form: {
    name: 'Name of the campaign',
    goal: 'Goal, in one sentence',
    landing: 'Page that the links open',
    landingCourses: 'List of courses',
    opensOn: 'Opens on',
    closesOn: 'Closes after',
    submit: 'Create the campaign',
    submitting: 'Creating',
    closesFirst: 'It must close after it opens.',
  },
};
