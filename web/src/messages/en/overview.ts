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
  sentenceShort: (value, name, missing, target) =>
    `${count(value)} ${name}. ${count(missing)} short of the target of ${count(target)}.`,
  sentenceReached: (value, name, of) =>
    of === 1
      ? `${count(value)} ${name}. The target is reached.`
      : `${count(value)} ${name}. All ${of} targets are reached.`,
  noData: 'no data yet',
  reached: (target) => `reached, target ${count(target)}`,
  missing: (missing, target) => `${count(missing)} short of ${count(target)}`,
  aim: (target) => `target ${count(target)}`,
  decisions: 'To decide',
  noDecisions: 'Nothing waits for you. The page looks again every minute.',
  urgency: { urgent: 'Urgent', look: 'To look at', follow: 'To follow' },
  journey: 'From the seat to the end',
  journeyText: (seats, completed) => `${count(seats)} seats taken, ${count(completed)} courses completed.`,
  step: 'Step',
  count: 'Count',
  byClass: 'Completion by class',
  noClasses: 'No class has learners yet.',
  classesPlain: 'The share of the class that completed a course. No target is set.',
  classesReached: (reached, of, target) =>
    `${reached} of ${of} classes reach the target of ${target}. The black mark is the target.`,
  className: 'Class',
  completedShare: 'Completed a course',
  ofLearners: (completed, learners) => `${count(completed)} of ${count(learners)} people`,
  moreClasses: (n) => `${n} more classes, all above these.`,
  targets: 'Targets of the school year',
  noTargets: 'No target is set. With one, this page says how much is missing.',
  setTarget: 'Set a target',
  targetFor: 'Target for',
  targetNumber: 'Number to reach this school year',
  targetPercent: 'Percentage to reach in each class',
  completionTarget: 'completion by class, in percent',
  saveTarget: 'Save the target',
  dropTarget: 'Take this target back',
  targetSaved: 'The target is saved.',
  tooFewDays: 'There are data of one or two days only. From the third day on there is a chart.',
  figure: 'Figure',
  sourceText: 'Each figure is the number of distinct events; their names stand below.',
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
  conclusionZero: (days) => `Nothing new in the last ${days} days.`,
  conclusionNone: 'No data for the last days yet.',
  table: 'Show as a table',
  day: 'Day',
  source: 'How it is counted',
  watermark: (when) => `Last event: ${when}`,
  reportsTitle: 'Reports',
  newestReport: (day) => `Reports: the newest is of ${day}`,
  unread: 'unread',
  reportsLead: 'One summary per day, written by itself at the end of the day.',
  noReports: 'There is no report yet. The first one is written at the end of the day.',
  daily: (day) => `Summary of ${day}`,
  writtenAt: (when) => `Written at ${when}`,
  open: (day) => `Open the document of ${day}`,
  opening: 'Opening',
  openHere: 'Open the document here',
};
