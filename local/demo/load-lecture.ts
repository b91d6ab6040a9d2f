import { demoLecture } from './content.ts';
import { findSent, sendFile } from './send-file.ts';
import { expectStatus, type Send } from './session.ts';

const TITLE = 'Nhận ra tin nhắn lừa đảo';
/** Of the course on safety: the lesson on messages and calls of swindlers. */
const LESSON_NO = 2;

/** One short recording. */
export const loadLecture = (contentStaff: Send, courseId: string): Promise<void> =>
  sendFile(
    contentStaff,
    {
      ...{ title: TITLE, fileName: 'bai-giang.mp4', competenceCodes: ['4.2'] },
      ...{ courseId, lessonNo: LESSON_NO },
    },
    demoLecture(),
  );

export const findLecture = (contentStaff: Send) => findSent(contentStaff, TITLE);

/** A seat in its course, without which a learner may not watch it: taken last, so it is the course she is at. */
export async function takeSeat(learner: Send, courseId: string): Promise<void> {
  const { runs } = await expectStatus(learner, [200], 'GET', `/v1/courses/${courseId}`);
  const [run] = runs as { readonly runId: string }[];
  await expectStatus(learner, [201, 202, 409], 'POST', `/v1/course-runs/${run?.runId}/enrolments`, {});
}
