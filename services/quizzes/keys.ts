/**
 * Access patterns of the quizzes table:
 * AP1  items of a bank, by title      gsi1: BANK#course / folded title#item
 * AP2  items of a bank by id          BANK#course / ITEM#item
 * AP3  questions with keys            QUESTION#item / HASH#content
 * AP4  report of an import            IMPORT#import / META
 * AP5  quiz by id                     QUIZ#quiz / META
 * AP6  quizzes of a course            gsi1: COURSE#course / QUIZ#quiz
 * AP7  seats of a person in a course  PERSON#person / SEAT#course#run
 * AP8  attempts a person has used     PERSON#person / QUIZ#quiz
 * AP9  attempt, paper, answers, files PERSON#person / ATTEMPT#attempt, …#PAPER, …#ANSWER#item, …#FILE#item#content
 * AP10 frozen versions and orders     FROZEN#attempt / META
 * AP11 open attempts by their end     gsi1: DUE / last instant#attempt
 * AP12 members of a class             CLASS#class / MEMBER#person
 * AP13 classes of a teacher           gsi1: CLASS-TEACHER#person / CLASS#class
 * AP14 handed-in attempts at a quiz   gsi1: ATTEMPTS#quiz / attempt, descending
 * AP15 marks that were replaced       PERSON#person / GRADE#attempt#number, written only
 * AP16 sums for item analysis         STATISTICS#quiz / META
 * AP17 graded attempts in the sums     STATISTICS#quiz / ATTEMPT#attempt
 * AP18 imports that are being written gsi1: IMPORTING / instant#import
 * AP19 decisions about extra time     PERSON#person / EXTRA#quiz#number
 * AP20 answers that people mark       MARKING#quiz / TASK#task
 * AP21 those that wait                gsi1: MARKING#quiz#WAITING / task
 * AP22 versions of an item            HISTORY#item / VERSION#number
 * AP23 files that a bank may show     BANK-FILES#course / FILE#content
 * AP24 diagnostic, and its pool       DIAGNOSTIC#diagnostic / META, POOL
 * AP25 the diagnostic published last  gsi1: DIAGNOSTICS / instant#diagnostic, descending
 * AP26 placements a person has taken  PERSON#person / PLACEMENTS
 * AP27 placement                      PERSON#person / PLACEMENT#placement
 * AP28 what its questions follow from FROZEN#placement / PLACEMENT
 * AP29 open placements by their end   gsi1: PLACEMENT-DUE / last instant#placement
 * AP30 printed exam                   PRINTED#exam / META
 * AP31 printed exams of a quiz        gsi1: PRINTED-OF#quiz / exam, descending
 * AP32 forms of a printed exam        PRINTED#exam / FORM#code
 * AP33 answer sheets of an exam       PRINTED#exam / SHEET#person
 * AP34 tags that a bank has known     TAGS#course / META
 * AP35 finished placements            gsi1: PLACED#diagnostic / placement, descending
 * AP36 files announced for an answer  PERSON#person / ANNOUNCED#attempt#item
 *
 * Whatever a learner's request reads lies under PERSON#, so nobody's attempt can be read with another's id, and
 * keys (QUESTION#, FROZEN#, PRINTED#) lie outside it. All attempts in progress share DUE: 1000 starts a second is its limit.
 */
export const itemKey = (courseId: string, itemId: string) => ({
  pk: `BANK#${courseId}`,
  sk: `ITEM#${itemId}`,
});
export const questionKey = (itemId: string, contentHash: string) => ({
  pk: `QUESTION#${itemId}`,
  sk: `HASH#${contentHash}`,
});
export const importKey = (importId: string) => ({ pk: `IMPORT#${importId}`, sk: 'META' });
export const quizKey = (quizId: string) => ({ pk: `QUIZ#${quizId}`, sk: 'META' });
export const seatKey = (personId: string, courseId: string, runId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `SEAT#${courseId}#${runId}`,
});
export const takerKey = (personId: string, quizId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `QUIZ#${quizId}`,
});
export const attemptKey = (personId: string, attemptId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ATTEMPT#${attemptId}`,
});
export const paperKey = (personId: string, attemptId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ATTEMPT#${attemptId}#PAPER`,
});
export const answerKey = (personId: string, attemptId: string, itemId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ATTEMPT#${attemptId}#ANSWER#${itemId}`,
});
export const answerFileKey = (personId: string, attemptId: string, itemId: string, fileId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ATTEMPT#${attemptId}#FILE#${itemId}#${fileId}`,
});
/** Apart from the attempt: of no use to whoever reads it. */
export const announcedKey = (personId: string, attemptId: string, itemId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ANNOUNCED#${attemptId}#${itemId}`,
});
export const frozenKey = (attemptId: string) => ({ pk: `FROZEN#${attemptId}`, sk: 'META' });
export const memberKey = (classId: string, personId: string) => ({
  pk: `CLASS#${classId}`,
  sk: `MEMBER#${personId}`,
});
export const teacherOf = (personId: string) => `CLASS-TEACHER#${personId}`;
export const closedAt = (quizId: string) => `ATTEMPTS#${quizId}`;
export const supersededKey = (personId: string, attemptId: string, gradeNo: number) => ({
  pk: `PERSON#${personId}`,
  sk: `GRADE#${attemptId}#${gradeNo}`,
});
export const statisticsKey = (quizId: string) => ({ pk: `STATISTICS#${quizId}`, sk: 'META' });
export const contributionKey = (quizId: string, attemptId: string) => ({
  pk: `STATISTICS#${quizId}`,
  sk: `ATTEMPT#${attemptId}`,
});
export const grantKey = (personId: string, quizId: string, grantNo: string) => ({
  pk: `PERSON#${personId}`,
  sk: `EXTRA#${quizId}#${grantNo}`,
});
export const dueAt = (end: string, attemptId: string) => ({ gsi1pk: 'DUE', gsi1sk: `${end}#${attemptId}` });
export const taskKey = (quizId: string, taskId: string) => ({
  pk: `MARKING#${quizId}`,
  sk: `TASK#${taskId}`,
});
export const waitingFor = (quizId: string) => `MARKING#${quizId}#WAITING`;
export const bankFileKey = (courseId: string, fileId: string) => ({
  pk: `BANK-FILES#${courseId}`,
  sk: `FILE#${fileId}`,
});
export const versionKey = (itemId: string, version: number) => ({
  pk: `HISTORY#${itemId}`,
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
export const diagnosticKey = (diagnosticId: string) => ({ pk: `DIAGNOSTIC#${diagnosticId}`, sk: 'META' });
export const poolKey = (diagnosticId: string) => ({ pk: `DIAGNOSTIC#${diagnosticId}`, sk: 'POOL' });
export const placementsKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'PLACEMENTS' });
export const placementKey = (personId: string, placementId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `PLACEMENT#${placementId}`,
});
export const placementRecordKey = (placementId: string) => ({ pk: `FROZEN#${placementId}`, sk: 'PLACEMENT' });
export const placedBy = (diagnosticId: string) => `PLACED#${diagnosticId}`;
export const placementDueAt = (end: string, placementId: string) => ({
  gsi1pk: 'PLACEMENT-DUE',
  gsi1sk: `${end}#${placementId}`,
});
export const examKey = (examId: string) => ({ pk: `PRINTED#${examId}`, sk: 'META' });
export const formKey = (examId: string, code: string) => ({ pk: `PRINTED#${examId}`, sk: `FORM#${code}` });
export const sheetKey = (examId: string, personId: string) => ({
  pk: `PRINTED#${examId}`,
  sk: `SHEET#${personId}`,
});
export const printedOf = (quizId: string) => `PRINTED-OF#${quizId}`;
export const tagsKey = (courseId: string) => ({ pk: `TAGS#${courseId}`, sk: 'META' });
