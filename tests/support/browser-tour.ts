import type { Role } from '../../shared/contract/roles.ts';
import { vi } from '../../web/src/messages/vi.ts';
import type { Visit } from './browser-visit.ts';
import type { Places } from './tour-places.ts';
import {
  awaitTiles,
  openBlueprint,
  openLastStep,
  openLevels,
  openPeople,
  openPlacement,
  openQuestion,
  pressButton,
} from './tour-presses.ts';

/** One stop of the tour: an address, and what to do or to wait for before it is looked at. */
export type Stop = {
  readonly name: string;
  /** Nobody is signed in when left out. */
  readonly role?: Role;
  readonly path: (places: Places) => string;
  readonly press?: (visit: Visit) => Promise<void>;
  /** For the hall's television only: 1920 by 1080, arrow keys and OK. */
  readonly tv?: true;
  /** People print it, so it is also looked at on paper. */
  readonly printed?: true;
};

/** Every page of the site, by who uses it. */
export const TOUR: readonly Stop[] = [
  { name: 'guest-home', path: () => '/' },
  { name: 'sign-in', path: () => '/dang-nhap' },
  { name: 'join', path: () => '/vao-lop' },
  { name: 'join-class', path: ({ joinCode }) => `/vao-lop/${joinCode}` },
  {
    name: 'join-name',
    path: ({ joinCode }) => `/vao-lop/${joinCode}`,
    press: pressButton(vi.join.noAccount),
  },
  { name: 'guest-course', path: ({ slug }) => `/khoa-hoc/${slug}` },
  { name: 'lesson', path: ({ slug }) => `/khoa-hoc/${slug}/bai/1`, printed: true },
  { name: 'library', path: () => '/thu-vien' },
  { name: 'guest-material', path: ({ materialId }) => `/thu-vien/${materialId}` },
  { name: 'help', path: () => '/hoi-giup' },
  { name: 'components', path: () => '/kieu' },
  { name: 'not-found', path: () => '/khong-co-trang-nay' },
  { name: 'learner-home', role: 'learner', path: () => '/' },
  { name: 'courses', role: 'learner', path: () => '/khoa-hoc' },
  { name: 'course', role: 'learner', path: ({ slug }) => `/khoa-hoc/${slug}` },
  { name: 'library-of-track', role: 'learner', path: () => '/thu-vien?chu-de=security' },
  { name: 'material', role: 'learner', path: ({ assetId }) => `/thu-vien/${assetId}` },
  { name: 'downloads', role: 'learner', path: () => '/da-tai' },
  { name: 'quiz', role: 'learner', path: ({ quizId }) => `/kiem-tra/${quizId}` },
  {
    name: 'quiz-question',
    role: 'learner',
    path: ({ quizId }) => `/kiem-tra/${quizId}`,
    press: openQuestion,
  },
  {
    name: 'quiz-last-step',
    role: 'learner',
    path: ({ quizId }) => `/kiem-tra/${quizId}`,
    press: openLastStep,
  },
  {
    name: 'quiz-result',
    role: 'learner',
    path: ({ quizId, attemptId }) => `/kiem-tra/${quizId}?lan=${attemptId}`,
  },
  { name: 'placement', role: 'learner', path: () => '/xem-muc' },
  { name: 'placement-question', role: 'learner', path: () => '/xem-muc', press: openPlacement },
  { name: 'placement-levels', role: 'learner', path: () => '/xem-muc', press: openLevels },
  { name: 'calendar', role: 'learner', path: () => '/lich', printed: true },
  { name: 'certificates', role: 'learner', path: () => '/chung-nhan' },
  {
    name: 'certificate',
    role: 'learner',
    path: ({ enrolmentId }) => `/chung-nhan/${enrolmentId}`,
  },
  { name: 'account', role: 'learner', path: () => '/tai-khoan' },
  { name: 'join-as-learner', role: 'learner', path: ({ joinCode }) => `/vao-lop/${joinCode}` },
  { name: 'people-of-the-phone', role: 'learner', path: () => '/', press: openPeople },
  { name: 'content-home', role: 'content-staff', path: () => '/' },
  { name: 'youth-union-home', role: 'youth-union', path: () => '/' },
  { name: 'director-home', role: 'director', path: () => '/' },
  { name: 'teacher-home', role: 'teacher', path: () => '/' },
  { name: 'training-home', role: 'training-head', path: () => '/' },
  { name: 'clerk-home', role: 'clerk', path: () => '/' },
  { name: 'finance-home', role: 'finance-head', path: () => '/' },
  { name: 'upload', role: 'content-staff', path: () => '/tai-len' },
  { name: 'recording', role: 'content-staff', path: ({ assetId }) => `/tai-len/${assetId}` },
  { name: 'captions', role: 'content-staff', path: ({ assetId }) => `/tai-len/${assetId}/phu-de` },
  { name: 'materials', role: 'content-staff', path: () => '/hoc-lieu?muc=cua-toi' },
  { name: 'new-material', role: 'content-staff', path: () => '/hoc-lieu/moi' },
  { name: 'waiting-materials', role: 'training-head', path: () => '/hoc-lieu' },
  {
    name: 'material-appraisal',
    role: 'training-head',
    path: ({ waitingMaterialId }) => `/hoc-lieu/${waitingMaterialId}`,
  },
  { name: 'material-desk', role: 'content-staff', path: ({ assetId }) => `/hoc-lieu/${assetId}` },
  { name: 'campaigns', role: 'youth-union', path: () => '/chien-dich' },
  {
    name: 'campaign-form',
    role: 'youth-union',
    path: () => '/chien-dich',
    press: pressButton(vi.campaigns.create),
  },
  { name: 'campaign', role: 'youth-union', path: ({ campaignId }) => `/chien-dich/${campaignId}` },
  {
    name: 'poster',
    role: 'youth-union',
    path: ({ campaignId, channelId }) => `/chien-dich/${campaignId}/ap-phich/${channelId}`,
    printed: true,
  },
  { name: 'overview', role: 'director', path: () => '/tong-quan', printed: true },
  { name: 'reports', role: 'director', path: () => '/bao-cao', printed: true },
  { name: 'classes', role: 'teacher', path: () => '/lop' },
  { name: 'class', role: 'teacher', path: ({ classId }) => `/lop/${classId}`, printed: true },
  {
    name: 'class-results',
    role: 'teacher',
    path: ({ classId }) => `/lop/${classId}?muc=ket-qua`,
    printed: true,
  },
  {
    name: 'class-roster',
    role: 'teacher',
    path: ({ classId }) => `/lop/${classId}?muc=danh-sach`,
    printed: true,
  },
  {
    name: 'class-levels',
    role: 'teacher',
    path: ({ classId }) => `/lop/${classId}?muc=nang-luc`,
    printed: true,
  },
  { name: 'class-watched', role: 'teacher', path: ({ classId }) => `/lop/${classId}?muc=bai-giang` },
  { name: 'class-invite', role: 'teacher', path: ({ classId }) => `/lop/${classId}?muc=moi` },
  {
    name: 'class-invitation',
    role: 'teacher',
    path: ({ classId }) => `/lop/${classId}/giay-moi`,
    printed: true,
  },
  { name: 'quiz-marks', role: 'teacher', path: ({ quizId }) => `/ket-qua/${quizId}` },
  { name: 'quiz-extra-time', role: 'teacher', path: ({ quizId }) => `/ket-qua/${quizId}?muc=them-gio` },
  {
    name: 'quiz-mark-again',
    role: 'training-head',
    path: ({ quizId }) => `/ket-qua/${quizId}?muc=cham-lai`,
  },
  { name: 'printed-exams', role: 'teacher', path: ({ quizId }) => `/thi-giay/${quizId}` },
  {
    name: 'printed-exam',
    role: 'teacher',
    path: ({ quizId, examId }) => `/thi-giay/${quizId}/${examId}`,
    printed: true,
  },
  {
    name: 'printed-exam-sheets',
    role: 'teacher',
    path: ({ quizId, examId }) => `/thi-giay/${quizId}/${examId}?muc=nhap-bai`,
  },
  {
    name: 'printed-exam-results',
    role: 'teacher',
    path: ({ quizId, examId }) => `/thi-giay/${quizId}/${examId}?muc=ket-qua`,
    printed: true,
  },
  { name: 'marking', role: 'teacher', path: ({ quizId }) => `/cham-bai/${quizId}` },
  { name: 'item-analysis', role: 'teacher', path: ({ quizId }) => `/phan-tich/${quizId}`, printed: true },
  { name: 'diagnostic', role: 'training-head', path: () => '/bai-xem-muc' },
  { name: 'authoring', role: 'training-head', path: () => '/soan-khoa-hoc' },
  { name: 'new-course', role: 'training-head', path: () => '/soan-khoa-hoc/moi' },
  { name: 'course-desk', role: 'training-head', path: ({ courseId }) => `/soan-khoa-hoc/${courseId}` },
  {
    name: 'blueprint',
    role: 'training-head',
    path: ({ courseId }) => `/soan-khoa-hoc/${courseId}`,
    press: openBlueprint,
  },
  { name: 'bank', role: 'training-head', path: ({ courseId }) => `/soan-khoa-hoc/${courseId}/cau-hoi` },
  {
    name: 'bank-item',
    role: 'training-head',
    path: ({ courseId, itemId }) => `/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}`,
  },
  {
    name: 'new-item',
    role: 'training-head',
    path: ({ courseId }) => `/soan-khoa-hoc/${courseId}/cau-hoi/moi`,
  },
  {
    name: 'edit-item',
    role: 'training-head',
    path: ({ courseId, itemId }) => `/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}/sua`,
  },
  { name: 'tv', path: () => '/tv', press: awaitTiles, tv: true },
  { name: 'tv-code', path: () => '/tv/ma', tv: true },
  { name: 'register', role: 'training-head', path: () => '/hoc-vien' },
  { name: 'register-list', role: 'training-head', path: () => '/hoc-vien?muc=danh-sach' },
  { name: 'register-classes', role: 'training-head', path: () => '/hoc-vien?muc=lop' },
  { name: 'register-runs', role: 'training-head', path: () => '/hoc-vien?muc=dot-hoc' },
];
