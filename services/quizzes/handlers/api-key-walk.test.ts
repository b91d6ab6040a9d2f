import { inspect } from 'node:util';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ROLES, type Role } from '#shared/contract/roles.ts';
import type { Route } from '#shared/contract/route.ts';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { sampleRequest } from '../../../tests/contract/sample-request.ts';
import {
  type Attempt,
  answerFileRoutes,
  diagnosticRoutes,
  exchangeRoutes,
  itemMediaRoutes,
  type PrintedExam,
  printedExamRoutes,
  type QuizSummary,
  quizRoutes,
  type Response,
} from '../contract.ts';
import { everyKind, SECRET } from '../domain/items/every-kind.suite.ts';
import { whyNotOnPaper } from '../domain/printed/not-on-paper.ts';
import { key, type Learner, QuizApi, trainingHead } from '../quiz-api.suite.ts';
import { after, START } from '../quiz-world.suite.ts';

let api: QuizApi;
let printed = '';
beforeAll(async () => {
  api = await QuizApi.start();
});
beforeEach(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(logger, level).mockImplementation((...said) => {
      printed += inspect(said, { depth: 9 });
    });
});
afterAll(() => api.table.stop());

const routes: Readonly<Record<string, Route>> = {
  ...quizRoutes,
  ...exchangeRoutes,
  ...itemMediaRoutes,
  ...answerFileRoutes,
  ...diagnosticRoutes,
  ...printedExamRoutes,
};
/** A request for each, thought up once: looking for texts that patterns fit takes longer than all the calls. */
const samples = Object.entries(routes).map(([name, route]) => ({
  name,
  route,
  sample: sampleRequest(route),
}));

/**
 * Where those who answer for questions see what their authors wrote: the bank and its files, the words of a rubric while
 * marking, the key sheet of a printed exam. Nothing else shows it to anybody.
 */
const SHOWS_KEYS = [
  'claimMarkingTask',
  'exportQuestions',
  'getBankItem',
  'getPrintedKey',
  'listBankItems',
  'withdrawItem',
];
const STAFF: readonly (Role | 'signed-out')[] = ['teacher', 'training-head'];

/** Names of members in which keys are kept. What a person marks shows its rubric to staff, which is checked above. */
const KEY_MEMBERS =
  /"(weight|isTrue|isRight|accepted|low|high|whenRight|whenWrong|whenPartly|order|contentHash|seed|secret|share|tolerance|explanation|feedback|right)":/;

/** Every route is called as every role, twice; other work on the machine makes that slow. */
const WALK_MS = 90_000;

const ESSAY: Response = { kind: 'essay', text: 'Bài của tôi' };
const NOTHING_SHOWN = { marks: 'never', answers: 'never', explanations: 'never', rightAnswers: 'never' };

/** An open placement over the same questions, and over such of another level, which it takes to tell two apart. */
const placed = async (courseId: string, actor: Learner) => {
  const other = ulid();
  const harder = everyKind.map((each) => ({ ...each, title: `${each.title} 2`, level: 'CB2' }));
  await api.keep(other, harder);
  const body = { title: 'Xem mức', courseIds: [courseId, other], domains: ['4'] };
  await api.call(diagnosticRoutes.publishDiagnostic, { actor: trainingHead, headers: key(), body });
  const started = await api.call(diagnosticRoutes.startPlacement, { actor });
  expect(started.status).toBe(200);
  return String(started.body?.placementId);
};

const RULES = { attemptsAllowed: 2, passHundredths: 500, review: NOTHING_SHOWN };

/** Everything that can be asked on paper, printed for a class. */
const onPaper = async (classId: string, candidates: string[]) => {
  const params = { courseId: ulid() };
  const questions = everyKind.filter((question) => whyNotOnPaper(question) === undefined);
  await api.keep(params.courseId, questions);
  const body = { title: 'Trên giấy', itemCount: questions.length, ...RULES };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const sitting = { classId, candidates, subject: 'Kỹ năng số', title: 'Trên giấy', heldAt: START };
  const exam = await api.call(printedExamRoutes.createPrintedExam, {
    actor: trainingHead,
    params: { quizId: (made.body as QuizSummary).quizId },
    headers: key(),
    body: { ...sitting, durationMinutes: 45, codes: 2 },
  });
  return exam.body as PrintedExam;
};

/** A quiz of every kind of question that shows nothing, with an open attempt. */
const begun = async () => {
  const params = { courseId: ulid() };
  await api.keep(params.courseId, everyKind);
  const body = { title: 'Mọi dạng', itemCount: everyKind.length, ...RULES };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const quiz = made.body as QuizSummary;
  const learner = await api.seated(quiz);
  const { teacher, classId } = await api.teacherOf(learner);
  const placementId = await placed(params.courseId, learner);
  const exam = await onPaper(classId, [learner.personId]);
  const attempt = (await api.start(quiz, learner)).body as Attempt;
  const essay = attempt.items.find(({ kind }) => kind === 'essay');
  if (essay) await api.save(attempt, learner, essay, { response: ESSAY });
  return { quiz, learner, teacher, classId, attempt, placementId, exam };
};
type World = Awaited<ReturnType<typeof begun>>;

const actorOf = (role: Role | 'signed-out', { learner, teacher }: World) => {
  if (role === 'signed-out') return {};
  if (role === 'learner') return { actor: learner };
  return { actor: role === 'teacher' ? teacher : { personId: ulid(), roles: [role] } };
};

/** Calls every route as every role, with the identifiers of this world; the texts of the answers by who and what. */
const walk = async (world: World) => {
  const { quiz, learner, classId, attempt, placementId, exam } = world;
  const [item] = attempt.items;
  const ids: Readonly<Record<string, string>> = {
    quizId: quiz.quizId,
    courseId: quiz.courseId,
    attemptId: attempt.attemptId,
    itemId: item?.itemId ?? '',
    personId: learner.personId,
    ...{ classId, placementId, examId: exam.examId },
  };
  const answers: { role: Role | 'signed-out'; name: string; status: number; text: string }[] = [];
  for (const role of [...ROLES, 'signed-out'] as const)
    for (const { name, route, sample } of samples) {
      const params = Object.fromEntries(
        Object.entries(sample.params ?? {}).map(([part, value]) => [part, ids[part] ?? value]),
      );
      const { body } = sample;
      const own =
        body && typeof body === 'object' && 'itemId' in body ? { body: { ...body, itemId: ids.itemId } } : {};
      const request = { ...sample, params, ...own, ...actorOf(role, world), at: after(200) };
      const { status, body: answer } = await api.call(route, request);
      answers.push({ role, name, status, text: JSON.stringify(answer ?? '') });
    }
  return answers;
};

const searched = (answers: Awaited<ReturnType<typeof walk>>) => {
  const shown = answers.filter(({ text }) => text.includes(SECRET));
  const names = (some: typeof answers) => [...new Set(some.map(({ name, role }) => `${name} as ${role}`))];
  expect(names(shown.filter(({ role }) => !STAFF.includes(role)))).toEqual([]);
  expect(names(shown.filter(({ name }) => !SHOWS_KEYS.includes(name)))).toEqual([]);
  const members = answers.filter(({ role, text }) => !STAFF.includes(role) && KEY_MEMBERS.test(text));
  expect(names(members)).toEqual([]);
  return shown.map(({ name }) => name);
};

test(
  'no answer of any route tells anybody but staff what the key is, before, while and after an attempt is handed in',
  async () => {
    const world = await begun();
    const answers = [...(await walk(world)), ...(await walk(world))];
    const learners = answers.filter(({ role, status }) => role === 'learner' && status < 300);
    expect(new Set(learners.map(({ name }) => name)).size).toBeGreaterThan(5);
    expect(new Set(searched(answers))).toEqual(new Set(SHOWS_KEYS));
  },
  WALK_MS,
);

test('no line of the log and no event has a key, an answer or feedback in it', async () => {
  expect(printed).toContain("'access'");
  expect(printed).not.toContain(SECRET);
  expect(printed).not.toMatch(/Bài của tôi|weight:|accepted:/);
  const { Items = [] } = await api.table.db.send(new ScanCommand({ TableName: api.table.table }));
  const events = Items.flatMap(({ outbox }) => (outbox ?? []) as OutboxEntry[]);
  const types = new Set(events.map(({ detailType }) => detailType));
  expect([...types].sort()).toEqual(expect.arrayContaining(['AttemptGraded.v1', 'AttemptStarted.v1']));
  for (const { detail } of events) expect(detail).not.toMatch(new RegExp(`${SECRET}|Bài của tôi|Hỏi \\d`));
});

test('the same request is refused in the same words whether the answer is right or wrong', async () => {
  const { learner, attempt } = await begun();
  const item = attempt.items.find(({ kind }) => kind === 'true-false');
  if (!item) throw new Error('every kind was to be asked');
  await api.submit(attempt, learner as Learner);
  const said = await Promise.all(
    [true, false].map((value) =>
      api.save(attempt, learner, item, { response: { kind: 'true-false', value }, at: after(300) }),
    ),
  );
  expect(said[0]).toEqual(said[1]);
});
