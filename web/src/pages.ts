import type { Role } from '../../shared/contract/roles.ts';
import type { vi } from './messages/vi.ts';
import type { DeskWords } from './messages/words-file.ts';

type OwnStarts = {
  /** Whom the page is for; nothing is asked for anybody else, who would be refused. */
  readonly roles: readonly Role[];
  /** As in `starts`; a part `?name` stands for what the query says of it, and a read of which it says nothing is left out. */
  readonly reads: readonly string[];
};

/**
 * One page of the site. This table is read by the router, by the build that writes a shell per page, by the edge and by
 * the service worker, so it is plain data: it loads nothing.
 */
export type SitePage = {
  /** Address with `:name` for a part that differs; the page without one answers every other address. */
  readonly path?: string;
  /** Its component: a file below pages/, without the ending. `app.tsx`, or for a desk `desk-pages.ts`, fetches the same one. */
  readonly module: string;
  /** Heading until the page knows a better one (a course's title, a person's name). */
  readonly heading: (words: typeof vi) => string;
  /**
   * GETs of the API that need no sign-in and that the document starts itself, before any script has arrived; `:name`
   * stands for the same part of the address. The page asks for the same ones by `api`, which then does not ask again.
   */
  readonly starts?: readonly string[];
  /** The same for GETs in the name of whoever is signed in: sent as soon as their token is there. */
  readonly own?: OwnStarts;
  /** With an entry on the device whose key begins like this the document starts nothing. */
  readonly unlessKept?: string;
  /** Without menu and header: a screen that nobody stands close to. */
  readonly isBare?: true;
  /**
   * For people who work at the centre: its script does not come to every learner's phone, nor do the parts of the
   * catalogue that it names here, each of which is fetched with the first page that needs it.
   */
  readonly deskWords?: readonly DeskWords[];
  /** Shown by the local cloud alone; elsewhere the address leads nowhere. */
  readonly isLocal?: true;
};

const CAMPAIGN_ROLES = ['youth-union', 'director', 'training-head', 'content-staff'] as const;

/** Every page by its name. Where two paths fit an address, the first is meant. */
export const pages = {
  home: {
    path: '/',
    module: 'home/home',
    heading: ({ home }) => home.guestTitle,
    starts: ['/v1/courses'],
    own: { roles: ['learner'], reads: ['/v1/my/enrolments', '/v1/me'] },
  },
  'sign-in': { path: '/dang-nhap', module: 'sign-in/sign-in', heading: ({ account }) => account.signInTitle },
  join: { path: '/vao-lop', module: 'join/join', heading: ({ join }) => join.title },
  'join-code': { path: '/vao-lop/:code', module: 'join/join', heading: ({ join }) => join.title },
  courses: {
    path: '/khoa-hoc',
    module: 'courses/courses',
    heading: ({ courses }) => courses.title,
    starts: ['/v1/courses'],
  },
  course: {
    path: '/khoa-hoc/:slug',
    module: 'courses/course',
    heading: ({ courses }) => courses.title,
    starts: ['/v1/courses/:slug'],
  },
  lesson: {
    path: '/khoa-hoc/:slug/bai/:lessonNo',
    module: 'lesson/lesson',
    heading: ({ courses }) => courses.lessons,
    starts: ['/v1/courses/:slug/lessons/:lessonNo', '/v1/courses/:slug'],
  },
  help: { path: '/hoi-giup', module: 'help/help', heading: ({ common }) => common.menu.help },
  calendar: {
    path: '/lich',
    module: 'calendar/calendar',
    heading: ({ calendar }) => calendar.title,
    own: { roles: ['learner'], reads: ['/v1/my/enrolments'] },
  },
  certificates: {
    path: '/chung-nhan',
    module: 'certificates/certificates',
    heading: ({ certificates }) => certificates.title,
    own: { roles: ['learner'], reads: ['/v1/my/enrolments'] },
  },
  certificate: {
    path: '/chung-nhan/:enrolmentId',
    module: 'certificates/certificate',
    heading: ({ certificates }) => certificates.title,
  },
  downloads: { path: '/da-tai', module: 'downloads/downloads', heading: ({ downloads }) => downloads.title },
  quiz: {
    path: '/kiem-tra/:quizId',
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
    path: '/xem-muc',
    module: 'placement/placement',
    heading: ({ common }) => common.menu.placement,
    starts: ['/v1/diagnostics/current'],
    own: { roles: ['learner'], reads: ['/v1/my/placements'] },
  },
  account: { path: '/tai-khoan', module: 'account/account', heading: ({ account }) => account.title },
  upload: {
    path: '/tai-len',
    module: 'upload/upload',
    deskWords: ['media'],
    heading: ({ media }) => media.title,
    own: { roles: ['content-staff', 'teacher'], reads: ['/v1/media'] },
  },
  recording: {
    path: '/tai-len/:assetId',
    module: 'upload/recording',
    deskWords: ['media', 'overview'],
    heading: ({ media }) => media.queue,
  },
  campaigns: {
    path: '/chien-dich',
    module: 'campaigns/campaigns',
    deskWords: ['campaigns'],
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns'] },
  },
  campaign: {
    path: '/chien-dich/:campaignId',
    module: 'campaigns/campaign',
    deskWords: ['campaigns'],
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns/:campaignId'] },
  },
  poster: {
    path: '/chien-dich/:campaignId/ap-phich/:channelId',
    module: 'campaigns/poster',
    deskWords: ['campaigns'],
    heading: ({ campaigns }) => campaigns.poster.print,
  },
  overview: {
    path: '/tong-quan',
    module: 'overview/overview',
    deskWords: ['overview'],
    heading: ({ overview }) => overview.title,
    own: { roles: ['director', 'training-head', 'finance-head'], reads: ['/v1/overview'] },
  },
  reports: {
    path: '/bao-cao',
    module: 'overview/reports',
    deskWords: ['overview'],
    heading: ({ overview }) => overview.reportsTitle,
  },
  classes: {
    path: '/lop',
    module: 'teaching/classes',
    deskWords: ['classes'],
    heading: ({ teaching }) => teaching.title,
    own: { roles: ['teacher'], reads: ['/v1/classes'] },
  },
  class: {
    path: '/lop/:classId',
    module: 'teaching/class',
    deskWords: ['classes', 'marks'],
    heading: ({ teaching }) => teaching.classTitle,
    own: {
      roles: ['teacher', 'training-head'],
      reads: ['/v1/classes/:classId/progress?quietDays=7', '/v1/classes/:classId/members', '/v1/classes'],
    },
  },
  analysis: {
    path: '/phan-tich/:quizId',
    module: 'analysis/analysis',
    deskWords: ['analysis', 'authoring'],
    heading: ({ analysis }) => analysis.title,
    starts: ['/v1/quizzes/:quizId'],
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/quizzes/:quizId/item-analysis'] },
  },
  'class-invitation': {
    path: '/lop/:classId/giay-moi',
    module: 'people/invitation-sheet',
    deskWords: ['classes'],
    heading: ({ invitation }) => invitation.sheet.title,
  },
  people: {
    path: '/hoc-vien',
    module: 'people/people',
    deskWords: ['classes'],
    heading: ({ people }) => people.title,
  },
  'quiz-marks': {
    path: '/ket-qua/:quizId',
    module: 'marks/quiz-marks',
    deskWords: ['marks', 'classes', 'authoring'],
    heading: ({ marks }) => marks.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  marking: {
    path: '/cham-bai/:quizId',
    module: 'marks/marking',
    deskWords: ['marks'],
    heading: ({ marks }) => marks.marking.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  authoring: {
    path: '/soan-khoa-hoc',
    module: 'authoring/authoring',
    deskWords: ['authoring'],
    heading: ({ authoring }) => authoring.title,
  },
  'new-course': {
    path: '/soan-khoa-hoc/moi',
    module: 'authoring/new-course',
    deskWords: ['authoring'],
    heading: ({ authoring }) => authoring.create,
  },
  'course-desk': {
    path: '/soan-khoa-hoc/:courseId',
    module: 'authoring/course-desk',
    deskWords: ['authoring', 'classes', 'marks', 'analysis'],
    heading: ({ authoring }) => authoring.title,
    starts: ['/v1/courses/:courseId'],
  },
  bank: {
    path: '/soan-khoa-hoc/:courseId/cau-hoi',
    module: 'bank/bank',
    deskWords: ['authoring'],
    heading: ({ bank }) => bank.title,
  },
  'new-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/moi',
    module: 'bank/new-item',
    deskWords: ['questions'],
    heading: ({ bank }) => bank.edit.create,
  },
  'edit-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/:itemId/sua',
    module: 'bank/edit-item',
    deskWords: ['questions'],
    heading: ({ bank }) => bank.edit.edit,
  },
  'bank-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/:itemId',
    module: 'bank/item',
    deskWords: ['authoring'],
    heading: ({ bank }) => bank.columns.stem,
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/item-banks/:courseId/items/:itemId'] },
  },
  tv: {
    path: '/tv',
    module: 'tv/tv',
    heading: ({ tv }) => tv.title,
    starts: ['/v1/courses', '/v1/public-figures'],
    isBare: true,
  },
  kieu: {
    path: '/kieu',
    module: 'kieu/kieu',
    deskWords: [],
    heading: ({ common }) => common.components,
    isLocal: true,
  },
  'not-found': { module: 'not-found', heading: ({ common }) => common.notFoundPage.title },
} as const satisfies Readonly<Record<string, SitePage>>;

export type PageName = keyof typeof pages;

/** The page for every address that no other one has. */
const NOT_FOUND: PageName = 'not-found';

/** The HTML document that starts a page, as a file of the site. */
export const shellFile = (name: PageName): string => (name === 'home' ? 'index.html' : `pages/${name}.html`);

/** The table as a list, in its order. */
export const sitePages = Object.entries(pages) as readonly (readonly [PageName, SitePage])[];

/** What an address of this path looks like, as the source of a regular expression. A closing slash changes nothing. */
export const addressPattern = (path: string): string =>
  path === '/' ? '^/$' : `^${path.replace(/:\w+/g, '[^/]+')}/?$`;

/** Whether the escaped letters of an address are letters: cut in the middle of one it cannot be read. */
const isReadable = (address: string): boolean => {
  try {
    // Its value is used, or the bundler would leave out the call as one without effect.
    return decodeURIComponent(address).startsWith('/');
  } catch {
    return false;
  }
};

/** The page at an address (path without query). */
export const pageAt = (address: string): PageName =>
  sitePages.find(
    ([, { path }]) => path && new RegExp(addressPattern(path)).test(address) && isReadable(address),
  )?.[0] ?? NOT_FOUND;

/** Whether the page at an address stands alone, without menu and header. */
export const isBareAt = (address: string): boolean => {
  const page: SitePage = pages[pageAt(address)];
  return page.isBare === true;
};
