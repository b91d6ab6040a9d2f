import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import type { StaffHomeWords } from '../../pages/home/use-staff-words.ts';

const count = (n: number) => formatCount(n, 'en');

export const staffHome: StaffHomeWords = {
  staffLead: 'Choose what to do.',
  noTasksLead: 'This site has no work of your own yet. You may open the pages below.',
  whoDoes: 'Whom to ask for anything else',
  whoDoesWhat: [
    { what: 'Registering learners, opening classes and runs', who: 'Head of training' },
    { what: 'Figures of the school year, daily reports', who: 'Director, head of organisation and finance' },
    { what: 'Files that cannot be used', who: 'Content staff' },
    { what: 'Posters and QR codes of campaigns', who: 'Youth union' },
  ],
  counts: {
    recordings: (working, failed) =>
      failed > 0
        ? `${count(failed)} files to send again`
        : working > 0
          ? `${count(working)} files at work`
          : 'No file waits',
    campaigns: (open, touches) =>
      `${count(open)} campaigns running, ${touches === 0 ? 'not opened yet' : `opened ${count(touches)} times`}`,
    classes: (classes, behind) =>
      behind > 0 ? `${count(behind)} people to ask after` : `${count(classes)} classes, nobody behind`,
    materials: (waiting) => (waiting > 0 ? `${count(waiting)} materials to appraise` : 'Nothing to appraise'),
    courses: (courses) => `${count(courses)} courses`,
    report: (day) => `Newest: ${formatDay(day, 'en')}`,
  },
  staff: {
    '/tai-len': { title: 'Upload materials', text: 'Send a file and see how far its processing is.' },
    '/hoc-lieu': { title: 'Materials', text: 'Hand in, appraise and withdraw what the library shows.' },
    '/chien-dich': { title: 'Campaigns', text: 'Links, QR codes and how many came to learn.' },
    '/tong-quan': { title: 'See the overview', text: 'The figures of the school year, up to this minute.' },
    '/bao-cao': { title: 'Open a report', text: 'The summary of every day, to open and print.' },
    '/lop': { title: 'My classes', text: 'Lists of learners by name.' },
    '/hoc-vien': {
      title: 'Register learners',
      text: 'Enter people, hand over passwords, open classes and runs.',
    },
    '/soan-khoa-hoc': { title: 'Course desk', text: 'Write lessons, import questions, publish quizzes.' },
    '/khoa-hoc': { title: 'Courses', text: 'Lessons, course runs and seats left.' },
  },
  everybody: {
    '/khoa-hoc': { title: 'Courses', text: 'Which course has seats left, when somebody asks.' },
    '/thu-vien': { title: 'Library', text: 'Lectures, documents and good pages by topic.' },
    '/hoi-giup': { title: 'Ask for help', text: 'Steps for a wrong press, a lost password, a fraud.' },
    '/tai-khoan': { title: 'My account', text: 'Password, text size, people of this device.' },
  },
  door: {
    title: 'Hall TV',
    text: 'Open the browser of the TV and type this address. It runs all day by itself.',
    address: 'Address to type on the TV',
    open: 'See the TV screen',
  },
};
