import type { Cloud } from '../cloud.ts';
import { demoPeople } from './content.ts';
import type { EarlierDays } from './earlier-days.ts';
import { loadAttempts } from './load-attempts.ts';
import { loadCampaigns } from './load-campaigns.ts';
import { loadCaptions } from './load-captions.ts';
import { loadCourses } from './load-courses.ts';
import { loadLecture, takeSeat } from './load-lecture.ts';
import { appraiseMaterials, loadLibrary } from './load-library.ts';
import { loadPackage } from './load-package.ts';
import { loadPeople } from './load-people.ts';
import { loadPlacements } from './load-placements.ts';
import { loadPrintedExam } from './load-printed-exam.ts';
import { loadTargets } from './load-targets.ts';
import { SETTLE_MS } from './patience.ts';
import { DEMO_PASSWORD, signIn } from './session.ts';

export type DemoAccount = {
  readonly role: string;
  readonly fullName: string;
  readonly loginName: string;
  readonly password: string;
};

/** One person per role, for the sign-in page of the demo. */
export const demoAccounts = (): DemoAccount[] =>
  demoPeople().flatMap(({ featured, roles: [role = ''], fullName, loginName }) =>
    featured ? [{ role, fullName, loginName, password: DEMO_PASSWORD }] : [],
  );

const loginOf = (role: string): string => {
  const account = demoAccounts().find((one) => one.role === role);
  if (!account) throw new Error(`demo: nobody is featured as ${role}`);
  return account.loginName;
};

/** A teacher of no one-click sign-in: what waits of hers can be approved by everybody who tries the demo. */
const COLLEAGUE = 'nguyenngocbichtram';

/**
 * Fills an empty centre through its own API, as its people would. What exists already is left alone, so a load that
 * was cut short is finished by the next.
 */
export async function loadDemo({
  cloud,
  clock,
  log,
}: {
  readonly cloud: Cloud;
  /** The clock that the cloud was started with. */
  readonly clock: EarlierDays;
  readonly log: (line: string) => void;
}): Promise<void> {
  log('demo: people and classes');
  const { admin, ids } = await loadPeople(cloud, clock);
  log('demo: courses, questions, quizzes and seats');
  const appraiser = await signIn(cloud, loginOf('teacher'));
  const colleague = await signIn(cloud, COLLEAGUE);
  const courses = await loadCourses({ admin, appraiser, colleague }, ids, clock);
  log('demo: the 10/10 campaign');
  await loadCampaigns(cloud, await signIn(cloud, loginOf('youth-union')));
  const safety = courses.find(({ slug }) => slug === 'an-toan-tren-mang');
  if (!safety) throw new Error('demo: the course on safety is missing');
  log('demo: a lecture, an interactive lesson, and what the library points to');
  const contentStaff = await signIn(cloud, loginOf('content-staff'));
  await loadLecture(contentStaff, safety.courseId);
  await takeSeat(await signIn(cloud, loginOf('learner')), safety.courseId);
  await loadPackage(contentStaff);
  await loadLibrary(contentStaff);
  log('demo: the quizzes of the last two weeks');
  await loadAttempts(cloud, clock, admin, courses);
  log('demo: where some learners stand');
  await loadPlacements(cloud, { admin, appraiser }, courses);
  log('demo: an exam on paper');
  await loadPrintedExam(appraiser, safety.courseId);
  log('demo: the targets of the year');
  await loadTargets(await signIn(cloud, loginOf('director')));
  // What is told by events is complete when the first visitor comes, and the lecture can be watched.
  await appraiseMaterials(cloud, await signIn(cloud, loginOf('training-head')));
  await loadCaptions(contentStaff);
  await cloud.settle(SETTLE_MS);
}
