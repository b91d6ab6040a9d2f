import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import type { Messages } from '../language.ts';

const count = (n: number) => formatCount(n, 'en');

export const home: Messages['home'] = {
  title: 'Today',
  guestTitle: 'Ten minutes a day, and digital is for everyone',
  guestLead: 'Use a phone, avoid scams, do paperwork online. Free of charge at Gia Dinh.',
  firstLesson: 'Try the first lesson',
  firstLessonMore: 'No account needed',
  haveAccount: 'I have an account',
  guestSteps: [
    { title: 'Learn in short lessons', text: 'Large letters, short sentences, whenever you like.' },
    { title: 'Test yourself', text: 'If the network drops, your answers stay.' },
    { title: 'Have a seat in class', text: 'Take a seat on your phone and see how many are left.' },
  ],
  hello: (name) => `Hello ${name}!`,
  helloNoName: 'Hello!',
  helloAwaited: 'Hello',
  learnerLead: 'Ten minutes of learning today.',
  lessonOf: (course, n, of) => `${course} · Lesson ${n}/${of}`,
  learnNow: (minutes) => `Continue, ${minutes} min`,
  takeQuizTitle: 'All lessons read, now try the quiz',
  takeQuiz: 'Take the quiz',
  finishQuizTitle: 'A quiz waits to be finished',
  finishQuizText: 'What you answered is still there.',
  finishQuizUntil: (time) => `Finish it before ${time}.`,
  finishQuiz: 'Go on with the quiz',
  seatGotTitle: 'You have a seat now!',
  seatGotText: (day) => `Somebody gave up a seat. Your class begins on ${day}.`,
  seatGot: 'See my class',
  classToday: 'Your class begins today',
  classTomorrow: 'Your class begins tomorrow',
  classText: (place) => `Place: ${place}. Charge your phone.`,
  seeClass: 'See class and lessons',
  smallThings: 'Small things today',
  things: [
    'Lock your screen with a number.',
    'Delete one strange message.',
    'Make the letters one step larger.',
    'Save the number of your bank.',
    'Make a video call with your family.',
    'Take a picture and send it to a classmate.',
    'Switch Wi-Fi off and on again.',
    'Read the name before you send money.',
    'Have one lesson read aloud.',
    'Tell your family about one scam.',
    'Update an app from the official store.',
    'Show somebody how to enlarge letters.',
    'See how much space your device has left.',
    'Choose a background that you like.',
  ],
  chooseTitle: 'Choose a course to begin',
  chooseText: 'There is one for people who have just got their first phone.',
  choose: 'See the courses',
  isHere: 'On this device, costs no data',
  progress: (done, of) => `${done} of ${of} lessons read`,
  myCourses: 'My courses',
  completed: (mark) => `Completed, ${mark}`,
  completedNoMark: 'Completed',
  learning: 'Learning',
  waiting: (n) => `Waiting, number ${n}`,
  waitingNoNumber: 'Waiting',
  shortcuts: 'Shortcuts',
  urgentHelp: 'I pressed it, help me!',
  otherThings: 'What would you like to do?',
  staffLead: 'Choose what to do.',
  noTasksLead: 'This site has no work of your own yet. You may open the pages below.',
  whoDoes: 'Whom to ask for anything else',
  whoDoesWhat: [
    { what: 'Registering learners, opening classes and runs', who: 'Head of training' },
    { what: 'Figures of the school year, daily reports', who: 'Director, head of organisation and finance' },
    { what: 'Recordings that cannot be watched', who: 'Content staff' },
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
    courses: (courses) => `${count(courses)} courses`,
    report: (day) => `Newest: ${formatDay(day, 'en')}`,
  },
  staff: {
    '/tai-len': { title: 'Upload a recording', text: 'Send a video and see how far its processing is.' },
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
    '/hoi-giup': { title: 'Ask for help', text: 'Steps for a wrong press, a lost password, a fraud.' },
    '/tai-khoan': { title: 'My account', text: 'Password, text size, people of this device.' },
  },
};
