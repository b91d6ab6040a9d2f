import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { vi } from '../../web/src/messages/vi.ts';
import type { Site } from './browser-site.ts';
import type { Visit } from './browser-visit.ts';
import type { Client } from './client.ts';

/** What the addresses of the demo's pages are made of. */
export type Places = {
  readonly slug: string;
  readonly courseId: string;
  readonly quizId: string;
  /** An attempt of the learner's that is handed in. */
  readonly attemptId: string;
  /** Of the course that the learner has completed. */
  readonly enrolmentId: string;
  readonly campaignId: string;
  readonly channelId: string;
  readonly assetId: string;
  /** A class of the demo's teacher, and the code that lets people into it. */
  readonly classId: string;
  readonly joinCode: string;
};

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

const pressButton =
  (name: string) =>
  async ({ page }: Visit): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
  };

/** A phone that has the attempt already shows its question at once. */
const openQuestion = async ({ page }: Visit): Promise<void> => {
  const begin = page.getByRole('button', {
    name: new RegExp([vi.quiz.start, vi.quiz.again, vi.quiz.resume].join('|')),
  });
  const question = page.locator('fieldset.item');
  const end = page.getByRole('button', { name: vi.quiz.submit, exact: true });
  await begin.or(question).or(end).waitFor();
  if (await end.isVisible()) await page.getByRole('button', { name: vi.quiz.goTo(1, false) }).click();
  if (await begin.isVisible()) await begin.click();
  await question.waitFor();
};

const openLastStep = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await openQuestion(visit);
  const end = page.getByRole('button', { name: vi.quiz.toEnd });
  const places = page.locator('details.progress');
  await page.getByText(vi.quiz.seeQuestions).click();
  await places.getByRole('button').last().click();
  await end.click();
  await page.getByRole('button', { name: vi.quiz.submit, exact: true }).waitFor();
};

/** The hall's screen has its message at once and everything to choose from a little later. */
const awaitTiles = async ({ page }: Visit): Promise<void> => {
  await page.locator('.tv-foot .number').first().waitFor();
  await page
    .getByRole('navigation', { name: vi.tv.choices })
    .getByRole('button')
    .filter({ hasText: vi.tv.tiles.courses })
    .waitFor();
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
  { name: 'help', path: () => '/hoi-giup' },
  { name: 'components', path: () => '/kieu' },
  { name: 'not-found', path: () => '/khong-co-trang-nay' },
  { name: 'learner-home', role: 'learner', path: () => '/' },
  { name: 'courses', role: 'learner', path: () => '/khoa-hoc' },
  { name: 'course', role: 'learner', path: ({ slug }) => `/khoa-hoc/${slug}` },
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
  { name: 'calendar', role: 'learner', path: () => '/lich', printed: true },
  { name: 'certificates', role: 'learner', path: () => '/chung-nhan' },
  {
    name: 'certificate',
    role: 'learner',
    path: ({ enrolmentId }) => `/chung-nhan/${enrolmentId}`,
  },
  { name: 'account', role: 'learner', path: () => '/tai-khoan' },
  { name: 'join-as-learner', role: 'learner', path: ({ joinCode }) => `/vao-lop/${joinCode}` },
  {
    name: 'people-of-the-phone',
    role: 'learner',
    path: () => '/',
    press: async ({ page }) => {
      await page.locator('.face-button').click();
    },
  },
  { name: 'content-home', role: 'content-staff', path: () => '/' },
  { name: 'youth-union-home', role: 'youth-union', path: () => '/' },
  { name: 'director-home', role: 'director', path: () => '/' },
  { name: 'teacher-home', role: 'teacher', path: () => '/' },
  { name: 'training-home', role: 'training-head', path: () => '/' },
  { name: 'clerk-home', role: 'clerk', path: () => '/' },
  { name: 'finance-home', role: 'finance-head', path: () => '/' },
  { name: 'upload', role: 'content-staff', path: () => '/tai-len' },
  { name: 'recording', role: 'content-staff', path: ({ assetId }) => `/tai-len/${assetId}` },
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
  { name: 'class-invite', role: 'teacher', path: ({ classId }) => `/lop/${classId}?muc=moi` },
  {
    name: 'class-invitation',
    role: 'teacher',
    path: ({ classId }) => `/lop/${classId}/giay-moi`,
    printed: true,
  },
  { name: 'authoring', role: 'training-head', path: () => '/soan-khoa-hoc' },
  { name: 'new-course', role: 'training-head', path: () => '/soan-khoa-hoc/moi' },
  { name: 'course-desk', role: 'training-head', path: ({ courseId }) => `/soan-khoa-hoc/${courseId}` },
  { name: 'tv', path: () => '/tv', press: awaitTiles, tv: true },
  { name: 'register', role: 'training-head', path: () => '/hoc-vien' },
  { name: 'register-list', role: 'training-head', path: () => '/hoc-vien?muc=danh-sach' },
  { name: 'register-classes', role: 'training-head', path: () => '/hoc-vien?muc=lop' },
  { name: 'register-runs', role: 'training-head', path: () => '/hoc-vien?muc=dot-hoc' },
];

/** Opens the first class of the demo's teacher to whoever has its code. */
async function openClass(site: Site): Promise<Pick<Places, 'classId' | 'joinCode'>> {
  const teacher = await site.signIn('teacher');
  const { classes } = await teacher.ok(peopleRoutes.listClasses);
  const classId = classes[0]?.classId ?? '';
  const { code } = await teacher.ok(peopleRoutes.issueJoinCode, { params: { classId }, body: {} });
  return { classId, joinCode: code };
}

/** An attempt with a few choices made and the rest left out: its result has some of everything. */
async function handInSomething(learner: Client, quizId: string): Promise<string> {
  const { attemptId, items } = await learner.ok(quizRoutes.startAttempt, { params: { quizId } });
  const choices = items.flatMap((item) => (item.kind === 'single-choice' ? [item] : []));
  for (const { kind, itemId, options } of choices.slice(0, 4)) {
    const response = { kind, optionId: options[0]?.optionId ?? '' };
    await learner.ok(quizRoutes.saveAnswer, {
      params: { attemptId, itemId },
      body: { response, version: 1 },
    });
  }
  await learner.ok(quizRoutes.submitAttempt, { params: { attemptId } });
  return attemptId;
}

/** Finds the demo's own pages, and gives its learner the seat that the quiz asks for. */
export async function prepareTour(site: Site): Promise<Places> {
  const slug = 'an-toan-tren-mang';
  const learner = await site.signIn('learner');
  const { courseId, runs } = await learner.ok(enrollmentRoutes.getCourse, { params: { courseId: slug } });
  const [run] = runs;
  const { quizzes } = await learner.ok(quizRoutes.listCourseQuizzes, { params: { courseId } });
  await learner.ok(enrollmentRoutes.enrol, { params: { runId: run?.runId ?? '' }, body: {} });
  const { enrolments } = await learner.ok(enrollmentRoutes.listMyEnrolments);
  const youthUnion = await site.signIn('youth-union');
  const { campaigns } = await youthUnion.ok(campaignRoutes.listCampaigns);
  const contentStaff = await site.signIn('content-staff');
  const { assets } = await contentStaff.ok(mediaRoutes.listMedia);
  const open = await openClass(site);
  await site.cloud.settle(60_000);
  const quizId = quizzes[0]?.quizId ?? '';
  return {
    ...open,
    slug,
    courseId,
    quizId,
    attemptId: await handInSomething(learner, quizId),
    enrolmentId: enrolments.find(({ status }) => status === 'completed')?.enrolmentId ?? '',
    campaignId: campaigns[0]?.campaignId ?? '',
    channelId: campaigns[0]?.channels[0]?.channelId ?? '',
    assetId: assets[0]?.assetId ?? '',
  };
}
