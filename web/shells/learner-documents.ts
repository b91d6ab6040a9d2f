import type { PageName } from '../src/pages.ts';
import type { DeskPage, PageDocument } from './page-documents.ts';

/** Documents of the pages that come to every phone, and of the television's. */
export const learnerDocuments: Readonly<Record<Exclude<PageName, DeskPage>, PageDocument>> = {
  home: {
    module: 'home/home',
    heading: ({ home }) => home.guestTitle,
    starts: ['/v1/courses'],
    own: { roles: ['learner'], reads: ['/v1/my/enrolments', '/v1/me'] },
  },
  'sign-in': {
    module: 'sign-in/sign-in',
    heading: ({ account }) => account.signInTitle,
  },
  join: {
    module: 'join/join',
    heading: ({ join }) => join.title,
  },
  'join-code': {
    module: 'join/join',
    heading: ({ join }) => join.title,
  },
  courses: {
    module: 'courses/courses',
    heading: ({ courses }) => courses.title,
    starts: ['/v1/courses'],
  },
  course: {
    module: 'courses/course',
    heading: ({ courses }) => courses.title,
    starts: ['/v1/courses/:slug'],
  },
  lesson: {
    module: 'lesson/lesson',
    heading: ({ courses }) => courses.lessons,
    starts: ['/v1/courses/:slug/lessons/:lessonNo', '/v1/courses/:slug'],
  },
  help: {
    module: 'help/help',
    heading: ({ common }) => common.menu.help,
  },
  calendar: {
    module: 'calendar/calendar',
    heading: ({ calendar }) => calendar.title,
    own: { roles: ['learner'], reads: ['/v1/my/enrolments'] },
  },
  certificates: {
    module: 'certificates/certificates',
    heading: ({ certificates }) => certificates.title,
    own: { roles: ['learner'], reads: ['/v1/my/enrolments'] },
  },
  certificate: {
    module: 'certificates/certificate',
    heading: ({ certificates }) => certificates.title,
  },
  downloads: {
    module: 'downloads/downloads',
    heading: ({ downloads }) => downloads.title,
  },
  quiz: {
    module: 'quiz/quiz',
    heading: ({ quiz }) => quiz.title,
    starts: ['/v1/quizzes/:quizId'],
    own: {
      roles: ['learner'],
      reads: [
        '/v1/attempts/?lan',
        '/v1/attempts/?lan/review',
        '/v1/quizzes/:quizId/my-attempts',
        '/v1/my/enrolments',
      ],
    },
    // With an attempt on the device the line is for the answers.
    unlessKept: 'hvs.quiz.',
  },
  placement: {
    module: 'placement/placement',
    heading: ({ common }) => common.menu.placement,
    own: { roles: ['learner'], reads: ['/v1/my/placements'] },
  },
  account: {
    module: 'account/account',
    heading: ({ account }) => account.title,
  },
  library: {
    module: 'library/library',
    heading: ({ common }) => common.menu.library,
    starts: ['/v1/material-collections'],
  },
  material: {
    module: 'library/material',
    heading: ({ common }) => common.menu.library,
    starts: ['/v1/materials/:materialId'],
  },
  tv: {
    module: 'tv/tv',
    heading: ({ tv }) => tv.title,
    starts: ['/v1/courses', '/v1/public-figures'],
  },
  'tv-code': {
    module: 'tv/code',
    heading: ({ tv }) => tv.title,
  },
  'not-found': {
    module: 'not-found',
    heading: ({ common }) => common.notFoundPage.title,
  },
};
