import { formatDay } from '../../format/dates.ts';
import type { Messages } from '../language.ts';

export const calendar: Messages['calendar'] = {
  title: 'My calendar',
  lead: 'First days, last days and places in queues.',
  today: 'Today',
  month: (month, year) => `Month ${month} of ${year}`,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  kinds: {
    quiz: 'A quiz waits to be finished',
    ongoing: 'Going on',
    starts: 'First day',
    ends: 'Last day',
    queue: 'Waiting for a seat',
  },
  events: { run: 'Course', ends: 'Last day of the course', quiz: 'A quiz waits to be finished' },
  hoursByTeacher: 'Your teacher tells the hours of each meeting.',
  handInBefore: 'Hand in before this time is over.',
  until: (time) => `Time is up at ${time}`,
  queueNo: (n) => `You are number ${n}. You get in when somebody gives up a seat.`,
  run: (code) => `Run ${code}`,
  period: (from, to) => `${formatDay(from, 'en')} to ${formatDay(to, 'en')}`,
  addAll: 'Add to the calendar of this phone',
  addAllMore: 'The device asks which calendar to use. Take the one you know.',
  added: 'The file is made. Open it to add the days to your phone.',
  addFailed: 'The file was not made. Check the network and press again.',
  fileName: 'courses.ics',
  fileTitle: 'Courses of Binh dan hoc vu so',
  none: 'Nothing yet. Take a seat in a course and it shows here.',
  toCourses: 'See the courses',
};
