import type { DeskWords } from './messages/words-file.ts';

/**
 * One page of the site. This table is read by the router, by the build that writes a document per page, by the edge and
 * by the service worker, so it is plain data: it loads nothing. It comes with the first script of every page, so what
 * only the build needs to know of a page stands in shells/page-documents.ts.
 */
export type SitePage = {
  /** Address with `:name` for a part that differs; the page without one answers every other address. */
  readonly path?: string;
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

/** Every page by its name. Where two paths fit an address, the first is meant. */
export const pages = {
  home: { path: '/' },
  'sign-in': { path: '/dang-nhap' },
  join: { path: '/vao-lop' },
  'join-code': { path: '/vao-lop/:code' },
  courses: { path: '/khoa-hoc' },
  course: { path: '/khoa-hoc/:slug' },
  lesson: { path: '/khoa-hoc/:slug/bai/:lessonNo' },
  help: { path: '/hoi-giup' },
  calendar: { path: '/lich' },
  certificates: { path: '/chung-nhan' },
  certificate: { path: '/chung-nhan/:enrolmentId' },
  downloads: { path: '/da-tai' },
  quiz: { path: '/kiem-tra/:quizId' },
  placement: { path: '/xem-muc' },
  account: { path: '/tai-khoan' },
  library: { path: '/thu-vien' },
  material: { path: '/thu-vien/:materialId' },
  materials: { path: '/hoc-lieu', deskWords: ['materials'] },
  'new-material': { path: '/hoc-lieu/moi', deskWords: ['materials'] },
  'material-desk': { path: '/hoc-lieu/:materialId', deskWords: ['materials'] },
  upload: {
    path: '/tai-len',
    deskWords: ['media'],
  },
  recording: {
    path: '/tai-len/:assetId',
    deskWords: ['media', 'overview'],
  },
  captions: {
    path: '/tai-len/:assetId/phu-de',
    deskWords: ['captions'],
  },
  campaigns: {
    path: '/chien-dich',
    deskWords: ['campaigns'],
  },
  campaign: {
    path: '/chien-dich/:campaignId',
    deskWords: ['campaigns'],
  },
  poster: {
    path: '/chien-dich/:campaignId/ap-phich/:channelId',
    deskWords: ['campaigns'],
  },
  overview: {
    path: '/tong-quan',
    deskWords: ['overview'],
  },
  reports: {
    path: '/bao-cao',
    deskWords: ['overview'],
  },
  classes: {
    path: '/lop',
    deskWords: ['classes'],
  },
  class: {
    path: '/lop/:classId',
    deskWords: ['classes'],
  },
  analysis: {
    path: '/phan-tich/:quizId',
    deskWords: ['analysis', 'authoring'],
  },
  'class-invitation': {
    path: '/lop/:classId/giay-moi',
    deskWords: ['classes'],
  },
  people: {
    path: '/hoc-vien',
    deskWords: ['classes'],
  },
  'quiz-marks': {
    path: '/ket-qua/:quizId',
    deskWords: ['marks', 'classes', 'authoring'],
  },
  marking: {
    path: '/cham-bai/:quizId',
    deskWords: ['marks'],
  },
  placing: {
    path: '/bai-xem-muc',
    deskWords: ['authoring'],
  },
  'printed-exams': { path: '/thi-giay/:quizId', deskWords: ['printed', 'marks'] },
  'printed-exam': { path: '/thi-giay/:quizId/:examId', deskWords: ['printed'] },
  authoring: {
    path: '/soan-khoa-hoc',
    deskWords: ['authoring'],
  },
  'new-course': {
    path: '/soan-khoa-hoc/moi',
    deskWords: ['authoring'],
  },
  'course-desk': {
    path: '/soan-khoa-hoc/:courseId',
    deskWords: ['authoring', 'classes', 'analysis'],
  },
  bank: {
    path: '/soan-khoa-hoc/:courseId/cau-hoi',
    deskWords: ['authoring'],
  },
  'new-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/moi',
    deskWords: ['questions'],
  },
  'edit-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/:itemId/sua',
    deskWords: ['questions'],
  },
  'bank-item': {
    path: '/soan-khoa-hoc/:courseId/cau-hoi/:itemId',
    deskWords: ['authoring'],
  },
  tv: {
    path: '/tv',
    isBare: true,
  },
  'tv-code': {
    path: '/tv/ma',
    isBare: true,
  },
  kieu: {
    path: '/kieu',
    deskWords: [],
    isLocal: true,
  },
  'not-found': {},
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
