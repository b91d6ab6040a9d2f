import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { printedExamRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import type { Site } from './browser-site.ts';
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
  /** An exam on paper of the teacher's class. */
  readonly examId: string;
  /** A question of the course that waits for a second person. */
  readonly itemId: string;
  readonly campaignId: string;
  readonly channelId: string;
  readonly assetId: string;
  /** A link that is listed, and a material that waits to be appraised. */
  readonly materialId: string;
  readonly waitingMaterialId: string;
  /** A class of the demo's teacher, and the code that lets people into it. */
  readonly classId: string;
  readonly joinCode: string;
};

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

/** Finds the demo's own pages. */
export async function prepareTour(site: Site): Promise<Places> {
  const slug = 'an-toan-tren-mang';
  const learner = await site.signIn('learner');
  const { courseId } = await learner.ok(enrollmentRoutes.getCourse, { params: { courseId: slug } });
  const { quizzes } = await learner.ok(quizRoutes.listCourseQuizzes, { params: { courseId } });
  const { enrolments } = await learner.ok(enrollmentRoutes.listMyEnrolments);
  const youthUnion = await site.signIn('youth-union');
  const { campaigns } = await youthUnion.ok(campaignRoutes.listCampaigns);
  const contentStaff = await site.signIn('content-staff');
  const { assets } = await contentStaff.ok(mediaRoutes.listMedia);
  const office = await site.signIn('training-head');
  const waiting = await office.ok(quizRoutes.listBankItems, {
    params: { courseId },
    query: { status: 'draft' },
  });
  const listed = await learner.ok(libraryRoutes.listMaterials, { query: { kind: 'link' } });
  const appraisals = await office.ok(libraryRoutes.listDeskMaterials, { query: { of: 'waiting' } });
  const open = await openClass(site);
  await site.cloud.settle(60_000);
  const quizId = quizzes[0]?.quizId ?? '';
  const teacher = await site.signIn('teacher');
  const { exams } = await teacher.ok(printedExamRoutes.listPrintedExams, { params: { quizId } });
  return {
    ...open,
    slug,
    courseId,
    itemId: waiting.items[0]?.itemId ?? '',
    quizId,
    examId: exams[0]?.examId ?? '',
    attemptId: await handInSomething(learner, quizId),
    enrolmentId: enrolments.find(({ status }) => status === 'completed')?.enrolmentId ?? '',
    campaignId: campaigns[0]?.campaignId ?? '',
    channelId: campaigns[0]?.channels[0]?.channelId ?? '',
    assetId: assets.find(({ playlist }) => playlist)?.assetId ?? '',
    materialId: listed.materials[0]?.materialId ?? '',
    waitingMaterialId: appraisals.materials[0]?.materialId ?? '',
  };
}
