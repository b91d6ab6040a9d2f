import type { Role } from '../../shared/contract/roles.ts';
import type { vi } from '../src/messages/vi.ts';
import { type PageName, type SitePage, sitePages } from '../src/pages.ts';

type OwnStarts = {
  /** Whom the page is for; nothing is asked for anybody else, who would be refused. */
  readonly roles: readonly Role[];
  /** As in `starts`; a part `?name` stands for what the query says of it, and a read of which it says nothing is left out. */
  readonly reads: readonly string[];
};

/** What the document of a page says and starts before any script has arrived: the build alone needs to know it. */
type PageDocument = {
  /** Its component: a file below pages/, without the ending. `app.tsx`, or for a desk `desk-pages.ts`, fetches the same one. */
  readonly module: string;
  /** Heading until the page knows a better one (a course's title, a person's name). */
  readonly heading: (words: typeof vi) => string;
  /**
   * GETs of the API that need no sign-in and that the document starts itself; `:name` stands for the same part of the
   * address. The page asks for the same ones by `api`, which then does not ask again.
   */
  readonly starts?: readonly string[];
  /** The same for GETs in the name of whoever is signed in: sent as soon as their token is there. */
  readonly own?: OwnStarts;
  /** With an entry on the device whose key begins like this the document starts nothing. */
  readonly unlessKept?: string;
};

const CAMPAIGN_ROLES = ['youth-union', 'director', 'training-head', 'content-staff'] as const;

const documents: Readonly<Record<PageName, PageDocument>> = {
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
  materials: {
    module: 'materials/materials',
    heading: ({ materialDesk }) => materialDesk.title,
  },
  'new-material': {
    module: 'materials/new-material',
    heading: ({ materialDesk }) => materialDesk.create,
  },
  'material-desk': {
    module: 'materials/material-desk',
    heading: ({ materialDesk }) => materialDesk.title,
  },
  upload: {
    module: 'upload/upload',
    heading: ({ media }) => media.title,
    own: { roles: ['content-staff', 'teacher'], reads: ['/v1/media'] },
  },
  recording: {
    module: 'upload/recording',
    heading: ({ media }) => media.queue,
  },
  captions: {
    module: 'captions/captions',
    heading: ({ captions }) => captions.title,
  },
  campaigns: {
    module: 'campaigns/campaigns',
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns'] },
  },
  campaign: {
    module: 'campaigns/campaign',
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns/:campaignId'] },
  },
  poster: {
    module: 'campaigns/poster',
    heading: ({ campaigns }) => campaigns.poster.print,
  },
  overview: {
    module: 'overview/overview',
    heading: ({ overview }) => overview.title,
    own: { roles: ['director', 'training-head', 'finance-head'], reads: ['/v1/overview'] },
  },
  reports: {
    module: 'overview/reports',
    heading: ({ overview }) => overview.reportsTitle,
  },
  classes: {
    module: 'teaching/classes',
    heading: ({ teaching }) => teaching.title,
    own: { roles: ['teacher'], reads: ['/v1/classes'] },
  },
  class: {
    module: 'teaching/class',
    heading: ({ teaching }) => teaching.classTitle,
    own: {
      roles: ['teacher', 'training-head'],
      reads: ['/v1/classes/:classId/progress?quietDays=7', '/v1/classes/:classId/members', '/v1/classes'],
    },
  },
  analysis: {
    module: 'analysis/analysis',
    heading: ({ analysis }) => analysis.title,
    starts: ['/v1/quizzes/:quizId'],
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/quizzes/:quizId/item-analysis'] },
  },
  'class-invitation': {
    module: 'people/invitation-sheet',
    heading: ({ invitation }) => invitation.sheet.title,
  },
  people: {
    module: 'people/people',
    heading: ({ people }) => people.title,
  },
  'quiz-marks': {
    module: 'marks/quiz-marks',
    heading: ({ marks }) => marks.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  marking: {
    module: 'marks/marking',
    heading: ({ marks }) => marks.marking.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  placing: {
    module: 'placing/placing',
    heading: ({ placing }) => placing.title,
    starts: ['/v1/diagnostics/current', '/v1/courses'],
  },
  'printed-exams': {
    module: 'printed/printed-exams',
    heading: ({ printed }) => printed.title,
    starts: ['/v1/quizzes/:quizId'],
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/quizzes/:quizId/printed-exams', '/v1/classes'] },
  },
  'printed-exam': {
    module: 'printed/printed-exam',
    heading: ({ printed }) => printed.title,
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/printed-exams/:examId'] },
  },
  authoring: {
    module: 'authoring/authoring',
    heading: ({ authoring }) => authoring.title,
  },
  'new-course': {
    module: 'authoring/new-course',
    heading: ({ authoring }) => authoring.create,
  },
  'course-desk': {
    module: 'authoring/course-desk',
    heading: ({ authoring }) => authoring.title,
    starts: ['/v1/courses/:courseId'],
  },
  bank: {
    module: 'bank/bank',
    heading: ({ bank }) => bank.title,
  },
  'new-item': {
    module: 'bank/new-item',
    heading: ({ bank }) => bank.edit.create,
  },
  'edit-item': {
    module: 'bank/edit-item',
    heading: ({ bank }) => bank.edit.edit,
  },
  'bank-item': {
    module: 'bank/item',
    heading: ({ bank }) => bank.columns.stem,
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/item-banks/:courseId/items/:itemId'] },
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
  kieu: {
    module: 'kieu/kieu',
    heading: ({ common }) => common.components,
  },
  'not-found': {
    module: 'not-found',
    heading: ({ common }) => common.notFoundPage.title,
  },
};

/** A page with what its document says. */
export type DocumentedPage = SitePage & PageDocument;

export const documentOf = (name: PageName): PageDocument => documents[name];

/** The page table with the document of each page, in its order. */
export const documentedPages = sitePages.map(([name, page]): readonly [PageName, DocumentedPage] => [
  name,
  { ...page, ...documents[name] },
]);
