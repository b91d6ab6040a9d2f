import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { printedExamRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { SECRETS } from '../support/gift-bank.ts';
import { enrol, enrolmentOf } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { distinctEvents } from '../support/stored-events.ts';

let platform: LocalPlatform;
let centre: Centre;
let teacher: Client;
let runId: string;
let classId: string;
let examId: string;
/** Right answers by code, each in brackets. */
let lines: ReadonlyMap<string, string>;

const FIRST = /^\([^)]*\)/;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  ({ teacher } = centre.staff);
  const group = { code: '12A1', name: 'Lớp 12A1' };
  ({ classId } = await centre.admin.ok(peopleRoutes.createClass, { body: group }));
  const members = [
    [teacher, 'teacher'],
    ...centre.learners.map((learner) => [learner, 'learner'] as const),
  ] as const;
  for (const [{ personId }, as] of members)
    await centre.admin.ok(peopleRoutes.putClassMember, { params: { classId, personId }, body: { as } });
  runId = await openRun(centre, 5);
  for (const learner of centre.learners) await enrol(learner, runId);
  await platform.quiet();
});
afterAll(() => platform?.stop());

const params = () => ({ examId });
const enter = (csv: string, preview = false) =>
  teacher.ok(printedExamRoutes.enterSheets, { params: params(), body: { csv, preview } });
/** One sheet all right, one with its first `left` questions left out. */
const table = (left: number): string => {
  const poor = Array.from({ length: left }).reduce<string>(
    (line) => line.replace(FIRST, ''),
    lines.get('102') ?? '',
  );
  return `SBD;Mã đề;Bài làm\n1;101;${lines.get('101')}\n2;102;${'-'.repeat(left)}${poor}\n`;
};
const counted = () => {
  const of = distinctEvents(platform.data).map(({ detailType }) => detailType);
  const count = (name: string) => of.filter((each) => each === name).length;
  return {
    started: count('AttemptStarted.v1'),
    submitted: count('AttemptSubmitted.v1'),
    graded: count('AttemptGraded.v1'),
    revised: count('GradeRevised.v1'),
  };
};

it('is printed by the teacher of the class: papers without keys, and the key apart', async () => {
  const { quizId, learners } = centre;
  const exam = await teacher.ok(printedExamRoutes.createPrintedExam, {
    params: { quizId },
    body: {
      classId,
      title: 'Kiểm tra trên giấy',
      subject: 'Kỹ năng số',
      heldAt: new Date(Date.now() - 3_600_000).toISOString(),
      durationMinutes: 45,
      codes: 2,
      candidates: learners.map(({ personId }) => personId),
    },
  });
  ({ examId } = exam);
  const paper = { ...params(), code: '102' };
  for (const { url } of [
    await teacher.ok(printedExamRoutes.writePrintedPaper, { params: paper }),
    await teacher.ok(printedExamRoutes.writeAnswerSheet, { params: params() }),
  ]) {
    const parts = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()));
    expect(parts).toHaveProperty('word/document.xml');
    for (const part of Object.values(parts))
      for (const secret of Object.values(SECRETS)) expect(Buffer.from(part).includes(secret)).toBe(false);
  }
  const { key } = await teacher.ok(printedExamRoutes.getPrintedKey, { params: params() });
  lines = new Map(key.map(({ code, cells }) => [code, cells.map((cell) => `(${cell})`).join('')]));
  const other = await centre.otherTeacher.refused(printedExamRoutes.getPrintedKey, { params: params() });
  expect(other.status).toBe(404);
  const [learner] = learners;
  const own = await learner?.refused(printedExamRoutes.getPrintedKey, { params: params() });
  expect(own?.status).toBe(403);
});

it('counts each sheet once, wherever marks count, however often the table is sent', async () => {
  expect((await enter(table(5), true)).verdicts.map(({ kind }) => kind)).toEqual(['new', 'new']);
  expect(counted().graded).toBe(0);
  expect((await enter(table(5))).isEntered).toBe(true);
  await platform.quiet();
  expect((await enter(table(5))).verdicts.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  await platform.quiet();
  expect(counted()).toEqual({ started: 2, submitted: 2, graded: 2, revised: 0 });
  const [good, poor] = centre.learners;
  if (!good || !poor) throw new Error('there are two learners');
  expect(await enrolmentOf(good, runId)).toMatchObject({ status: 'completed', resultHundredths: 1000 });
  expect(await enrolmentOf(poor, runId)).toMatchObject({ status: 'confirmed' });
  const { figures } = await centre.staff.director.ok(reportRoutes.getOverview);
  const figure = (code: string) => figures.find((each) => each.code === code)?.value;
  expect([figure('attempts-submitted'), figure('attempts-passed'), figure('runs-completed')]).toEqual([
    2, 1, 1,
  ]);
  const { quizId } = centre;
  const analysis = await teacher.ok(quizRoutes.getItemAnalysis, { params: { quizId } });
  expect(analysis.attempts).toBe(2);
  const progress = await teacher.ok(enrollmentRoutes.getClassProgress, { params: { classId } });
  expect(progress.learners.flatMap(({ courses }) => courses.map(({ attempts }) => attempts))).toEqual([1, 1]);
});

it('tells a corrected sheet as the next mark, which completes the course', async () => {
  const body = { number: '2', code: '102', line: lines.get('102') ?? '', reason: 'Gõ sót câu', gradeNo: 1 };
  const result = await teacher.ok(printedExamRoutes.retypeSheet, { params: params(), body });
  expect(result.grade).toMatchObject({ gradeNo: 2, scoreHundredths: 1000, reason: 'sheet-corrected' });
  await platform.quiet();
  expect(counted()).toEqual({ started: 2, submitted: 2, graded: 3, revised: 1 });
  const [, poor] = centre.learners;
  if (!poor) throw new Error('there are two learners');
  expect(await enrolmentOf(poor, runId)).toMatchObject({ status: 'completed', resultHundredths: 1000 });
  const { quizId } = centre;
  const [attempt] = (await poor.ok(quizRoutes.listMyAttempts, { params: { quizId } })).attempts;
  expect(attempt?.grade).toMatchObject({ gradeNo: 2, scoreHundredths: 1000 });
  const names = distinctEvents(platform.data).map(({ text }) => text);
  for (const secret of [...centre.personal, ...Object.values(SECRETS)])
    expect(names.filter((text) => text.includes(secret))).toEqual([]);
});
