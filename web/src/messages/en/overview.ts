import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../language.ts';

const count = (n: number) => formatCount(n, 'en');

export const overview: Messages['overview'] = {
  title: 'Overview',
  asOf: (year, when) => `School year ${year} · figures up to ${when}`,
  sentence: (seats, submitted) =>
    submitted === null
      ? `${count(seats)} seats taken. There are no quiz data yet.`
      : `${count(seats)} seats taken, ${count(submitted)} quizzes handed in.`,
  sentenceNone: 'No data yet. Once people enrol, the figures appear here.',
  noData: 'no data yet',
  figures: 'Figures of the school year',
  names: {
    'people-registered': 'people registered',
    'enrolments-confirmed': 'seats taken',
    'enrolments-waitlisted': 'places in queues',
    'attempts-submitted': 'quizzes handed in',
    'attempts-passed': 'quizzes passed',
    'runs-completed': 'courses completed',
    'recordings-ready': 'recordings ready',
    'campaign-touches': 'campaign links opened',
    'enrolments-attributed': 'enrolments from campaigns',
  },
  reports: 'Open the reports',
  perDay: (figure) => `Per day: ${figure}`,
  chooseFigure: 'Figure to show per day',
  conclusion: (most, n, total, days) =>
    `${count(total)} in the last ${days} days; most on ${most} with ${count(n)}.`,
  conclusionNone: 'No data for the last days yet.',
  table: 'Show as a table',
  day: 'Day',
  source: 'How it is counted',
  counted: (events) => `Counted from the events: ${events}`,
  watermark: (when) => `Last event: ${when}`,
  reportsTitle: 'Reports',
  reportsLead: 'One summary per day, written by itself at the end of the day.',
  noReports: 'There is no report yet. The first one is written at the end of the day.',
  daily: (day) => `Summary of ${day}`,
  writtenAt: (when) => `Written at ${when}`,
  open: (day) => `Open the document of ${day}`,
  opening: 'Opening',
  openHere: 'Open the document here',
};
