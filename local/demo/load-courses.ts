import { dayOf } from '../../shared/time/local-time.ts';
import { approveItems } from './approve-items.ts';
import {
  type DemoCourse,
  demoCourses,
  demoItems,
  demoLesson,
  demoPeople,
  demoPictured,
  demoQuestions,
  demoWaiting,
  movedToToday,
} from './content.ts';
import type { EarlierDays } from './earlier-days.ts';
import type { Register } from './load-people.ts';
import { earlier, expectStatus, inParallel, type Send } from './session.ts';

/** Days ago, when the seats were taken: before the first quiz of the demo. */
const SEATED_SINCE = 16;
/** The course whose bank has questions that wait for a second person. */
const WITH_WAITING = 'an-toan-tren-mang';

export type LoadedCourse = { readonly courseId: string; readonly slug: string };

/** Who writes questions, who approves them, and who has written some that wait for somebody to do so. */
type Authors = { readonly admin: Send; readonly appraiser: Send; readonly colleague: Send };

async function loadQuestions({ admin, appraiser }: Authors, course: DemoCourse, courseId: string) {
  const { faults } = await expectStatus(admin, [201], 'POST', `/v1/item-banks/${courseId}/imports`, {
    format: 'gift',
    text: demoQuestions(course),
  });
  if ((faults as unknown[]).length > 0)
    throw new Error(`demo: questions of ${course.slug}: ${JSON.stringify(faults)}`);
  await approveItems(appraiser, courseId);
}

async function loadPractice({ admin, appraiser }: Authors, { slug, practice }: DemoCourse, courseId: string) {
  if (!practice) return;
  const { items, ...quiz } = practice;
  const questions = demoItems(items);
  const { faults } = await expectStatus(admin, [200], 'PUT', `/v1/item-banks/${courseId}/items`, {
    questions,
  });
  if ((faults as unknown[]).length > 0)
    throw new Error(`demo: practice of ${slug}: ${JSON.stringify(faults)}`);
  await approveItems(appraiser, courseId);
  const drawn = { itemCount: questions.length, kinds: [...new Set(questions.map(({ kind }) => kind))] };
  await expectStatus(admin, [201], 'POST', `/v1/courses/${courseId}/quizzes`, { ...quiz, ...drawn });
}

/** Sends a picture or sound into a bank, as an editor of questions does. */
async function loadFile(author: Send, courseId: string, bytes: Buffer): Promise<void> {
  const bank = `/v1/item-banks/${courseId}`;
  const { fileId, url } = await expectStatus(author, [200], 'POST', `${bank}/uploads`, {
    bytes: bytes.length,
  });
  const { status } = await fetch(String(url), { method: 'PUT', body: Uint8Array.from(bytes) });
  if (status !== 200) throw new Error(`demo: the store answered ${status} to a file of questions`);
  await expectStatus(author, [200], 'POST', `${bank}/files`, { fileId });
}

async function loadPictured({ admin, appraiser }: Authors, { slug, pictured }: DemoCourse, courseId: string) {
  if (!pictured) return;
  const { items, ...quiz } = pictured;
  const { questions, files } = demoPictured(items);
  for (const file of files.values()) await loadFile(admin, courseId, file);
  const { faults } = await expectStatus(admin, [200], 'PUT', `/v1/item-banks/${courseId}/items`, {
    questions,
  });
  if ((faults as unknown[]).length > 0)
    throw new Error(`demo: pictured questions of ${slug}: ${JSON.stringify(faults)}`);
  await approveItems(appraiser, courseId);
  await expectStatus(admin, [201], 'POST', `/v1/courses/${courseId}/quizzes`, quiz);
}

async function loadCourse(authors: Authors, course: DemoCourse): Promise<LoadedCourse> {
  const { admin } = authors;
  const { slug, title, summary, competenceCodes } = course;
  await expectStatus(admin, [201, 409], 'POST', '/v1/courses', {
    slug,
    title,
    summary,
    competenceCodes,
    lessons: course.lessons.map(demoLesson),
  });
  const { courseId } = await expectStatus(admin, [200], 'GET', `/v1/courses/${slug}`);
  const quizzes = `/v1/courses/${courseId}/quizzes`;
  const published = (await expectStatus(admin, [200], 'GET', quizzes)).quizzes as unknown[];
  if (published.length > 0) return { courseId: String(courseId), slug };
  await loadQuestions(authors, course, String(courseId));
  const { gift: _gift, ...quiz } = course.quiz;
  await expectStatus(admin, [201], 'POST', quizzes, quiz);
  await loadPractice(authors, course, String(courseId));
  await loadPictured(authors, course, String(courseId));
  if (slug === WITH_WAITING)
    await expectStatus(authors.colleague, [200], 'PUT', `/v1/item-banks/${courseId}/items`, {
      questions: demoWaiting(),
    });
  return { courseId: String(courseId), slug };
}

/** Who takes seats: the learner of the one-click sign-in where the run says so, the others from the first on. */
type Seated = { readonly featured: readonly string[]; readonly learners: readonly string[] };

async function openRuns(
  admin: Send,
  { runs }: DemoCourse,
  courseId: string,
  seats: Seated,
  clock: EarlierDays,
): Promise<void> {
  const today = dayOf(new Date().toISOString());
  const course = await expectStatus(admin, [200], 'GET', `/v1/courses/${courseId}`);
  const opened = new Map(
    (course.runs as { code: string; runId: string }[]).map(({ code, runId }) => [code, runId]),
  );
  const past = earlier(admin, clock.daysAgo(SEATED_SINCE));
  for (const { demoEnrolments, demoFeatured, ...written } of runs) {
    const run = {
      ...written,
      startsOn: movedToToday(written.startsOn, today),
      endsOn: movedToToday(written.endsOn, today),
    };
    const runId =
      opened.get(run.code) ??
      (await expectStatus(admin, [201], 'POST', `/v1/courses/${courseId}/runs`, run)).runId;
    const seated = [...(demoFeatured ? seats.featured : []), ...seats.learners.slice(0, demoEnrolments)];
    await inParallel(seated, 4, (personId) =>
      expectStatus(past, [201, 202, 409], 'POST', `/v1/course-runs/${runId}/enrolments`, { personId }),
    );
  }
}

/** Six courses with lessons, item banks, quizzes and runs, some of whose seats are taken. */
export async function loadCourses(
  authors: Authors,
  ids: Register,
  clock: EarlierDays,
): Promise<LoadedCourse[]> {
  // The learner of the one-click sign-in has a course behind her and one under way, and takes a seat in that of the lecture.
  const learners = demoPeople().filter(({ roles }) => roles.includes('learner'));
  const idOf = ({ loginName }: { readonly loginName: string }) => ids.get(loginName) ?? '';
  const featured = learners.filter((one) => one.featured).map(idOf);
  const others = learners.filter((one) => !one.featured).map(idOf);
  const loaded: LoadedCourse[] = [];
  for (const [index, course] of demoCourses().entries()) {
    const made = await loadCourse(authors, course);
    const turned = [...others.slice(index * 7), ...others.slice(0, index * 7)];
    await openRuns(authors.admin, course, made.courseId, { featured, learners: turned }, clock);
    loaded.push(made);
  }
  return loaded;
}
