import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Line } from '#shared/contract/values.ts';
import { analysisRoutes } from './contract-analysis.ts';
import { appraisalRoutes } from './contract-appraisal.ts';
import { attemptRoutes } from './contract-attempts.ts';
import { bankRoutes } from './contract-bank.ts';
import { blueprintRoutes, drawRules } from './contract-blueprint.ts';
import { extraTimeRoutes } from './contract-extra-time.ts';
import { markingRoutes } from './contract-marking.ts';
import { markRoutes } from './contract-marks.ts';
import { AuthoredQuestion } from './contract-questions.ts';
import { quizRules } from './contract-rules.ts';
import { FaultCode } from './contract-values.ts';

export { answerFileRoutes } from './contract-answer-files.ts';
export type { Attempt, Review } from './contract-attempts.ts';
export { type DomainLevel, diagnosticRoutes, type Placement } from './contract-diagnostic.ts';
export {
  ExportFormat,
  exchangeRoutes,
  ItemFormat,
  itemMediaRoutes,
  MAX_ITEM_FILE,
} from './contract-exchange.ts';
export type { Response, SeenItem } from './contract-items.ts';
export type { PrintedExam, SheetFaultCode } from './contract-printed.ts';
export { printedExamRoutes } from './contract-printed.ts';
export type { Release } from './contract-rules.ts';
export type { FaultCode } from './contract-values.ts';

const QuizSummary = z
  .object({
    quizId: Id,
    courseId: Id,
    title: z.string(),
    ...quizRules,
    itemCount: z.int(),
    version: z.int(),
  })
  .meta({ id: 'QuizSummary' });
export type QuizSummary = z.infer<typeof QuizSummary>;

export const quizRoutes = {
  writeItems: route({
    method: 'PUT',
    path: '/v1/item-banks/{courseId}/items',
    roles: ['teacher', 'training-head'],
    summary:
      'Write questions into a course’s bank under their titles; each faulty one is named, the others are kept, the same again changes nothing',
    params: z.object({ courseId: Id }),
    body: z.strictObject({ questions: z.array(AuthoredQuestion).min(1).max(50) }),
    answers: {
      200: z.object({
        written: z.int(),
        unchanged: z.int(),
        /** `detail` is a sentence in the caller's language. */
        faults: z.array(z.object({ title: z.string(), code: FaultCode, detail: z.string() })),
      }),
    },
    refusals: ['conflict'],
  }),
  publishQuiz: route({
    method: 'POST',
    path: '/v1/courses/{courseId}/quizzes',
    roles: ['training-head'],
    summary: 'Publish a quiz drawn from the course’s bank',
    params: z.object({ courseId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({
      title: Line(120),
      ...quizRules,
      ...drawRules,
    }),
    answers: { 201: QuizSummary },
    refusals: [
      'bank-too-small',
      'count-or-blueprint',
      'quiz-too-long',
      'marks-do-not-sum',
      'closes-before-it-opens',
      'closes-too-soon',
      'shorter-than-its-time',
      'review-needs-closing',
      'late-answers-need-a-limit',
    ],
  }),
  listCourseQuizzes: route({
    method: 'GET',
    path: '/v1/courses/{courseId}/quizzes',
    roles: 'public',
    summary: 'The quizzes of a course, without their questions',
    params: z.object({ courseId: Id }),
    answers: { 200: z.object({ quizzes: z.array(QuizSummary) }) },
  }),
  getQuiz: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}',
    roles: 'public',
    summary: 'The rules of a quiz, without its questions',
    params: z.object({ quizId: Id }),
    answers: { 200: QuizSummary },
    refusals: ['not-found'],
  }),
  ...attemptRoutes,
  ...markRoutes,
  ...extraTimeRoutes,
  ...markingRoutes,
  ...analysisRoutes,
  ...bankRoutes,
  ...appraisalRoutes,
  ...blueprintRoutes,
};
