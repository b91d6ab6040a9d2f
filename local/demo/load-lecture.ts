import { demoLecture } from './content.ts';
import { findSent, sendFile } from './send-file.ts';
import type { Send } from './session.ts';

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
