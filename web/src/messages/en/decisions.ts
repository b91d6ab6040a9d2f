import { formatDay } from '../../format/dates.ts';
import { formatCount, formatPercent } from '../../format/numbers.ts';
import type { decisions as Vi } from '../vi/decisions.ts';

const count = (n: number) => formatCount(n, 'en');
const percent = (n: number) => formatPercent(n, 'en');
const day = (text: string) => formatDay(text, 'en').slice(0, 5);

/** What waits for the director's word; a catalogue of its own, because no other page carries its words. */
export const decisions: typeof Vi = {
  unreadFacts: (sources) =>
    `Could not read ${sources.join(', ')}. Something may wait there. The page reads again every minute.`,
  sources: {
    classes: 'the classes',
    courses: 'the course runs',
    media: 'the files',
    campaigns: 'the campaigns',
    reports: 'the reports',
  },
  decide: {
    'class-below': (about) => ({
      title: `${about.name} is at ${percent(about.percent)}`,
      text: `The target of each class is ${percent(about.target)}.`,
      link: 'See the classes',
    }),
    'class-behind': (about) => ({
      title: `${about.name} has ${count(about.behind)} people behind`,
      text: `Of ${count(about.of)} learners, more than half should be asked after.`,
      link: 'See the classes',
    }),
    'classes-more': (about) => ({
      title: `${count(about.count)} more classes need a look`,
      text: 'The chart by class below has each of them.',
      link: 'See the classes',
    }),
    'run-empty': (about) => ({
      title: `Run ${about.code} has ${count(about.taken)} of ${count(about.seats)} seats taken`,
      text: `It begins on ${day(about.startsOn)}. Call more people, or move the day.`,
      link: 'See the run',
    }),
    'run-full': (about) => ({
      title: `Run ${about.code} is full, ${count(about.waiting)} people wait`,
      text: 'One more run would give them seats.',
      link: 'See the run',
    }),
    'recordings-failed': (about) => ({
      title: `${count(about.count)} files cannot be used`,
      text: `The last: ${about.title}. The file has to be sent again.`,
      link: 'See the file',
    }),
    'campaign-silent': (about) => ({
      title: `Nobody has opened the campaign ${about.name}`,
      text: `It closes on ${day(about.closesOn)}.`,
      link: 'See the campaign',
    }),
    report: (about) => ({
      title: `The summary of ${day(about.day)} is unread`,
      text: 'It opens and prints on A4.',
      link: 'Open the reports',
    }),
  },
};
