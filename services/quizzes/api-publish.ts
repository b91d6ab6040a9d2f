import { ulid } from 'ulid';
import { languageOf, refuse } from '#shared/http/problem.ts';
import type { Call } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from './bank-store.ts';
import { type PublishRefusal, publishQuiz } from './commands/publish-quiz.ts';
import type { quizRoutes } from './contract.ts';
import type { blueprintRoutes } from './contract-blueprint.ts';
import { drawable } from './domain/bank.ts';
import { countCells } from './domain/blueprint.ts';
import { quizSummary } from './queries/attempt-view.ts';
import { shortageSentence } from './sentences.ts';

const bank = new BankStore(connect(), tableName());

/** The field that a teacher has to change. */
const FAULTY_FIELD: Readonly<Record<PublishRefusal['reason'], string>> = {
  'bank-too-small': '/body/itemCount',
  'count-or-blueprint': '/body/blueprint',
  'quiz-too-long': '/body/blueprint',
  'marks-do-not-sum': '/body/blueprint',
  'closes-before-it-opens': '/body/closesAt',
  'closes-too-soon': '/body/closesAt',
  'shorter-than-its-time': '/body/closesAt',
  'review-needs-closing': '/body/closesAt',
  'late-answers-need-a-limit': '/body/lateSyncHours',
};

export async function publish(call: Call<typeof quizRoutes.publishQuiz>) {
  const { itemCount, kinds, blueprint, ...rules } = call.body;
  const command = {
    ...rules,
    ...call.params,
    draw: { itemCount, kinds, blueprint },
    quizId: ulid(),
    requestKey: call.headers['idempotency-key'],
  };
  const quiz = await publishQuiz(bank, command, call.cause);
  if (!('reason' in quiz)) return { status: 201, body: quizSummary(quiz) } as const;
  if (!('shortages' in quiz)) return refuse(quiz.reason, FAULTY_FIELD[quiz.reason]);
  const sentence = shortageSentence[languageOf(call.event.headers['accept-language'])];
  const errors = quiz.shortages.map(({ row, missing, fitting }) => ({
    pointer: `/body/blueprint/${row}/count`,
    detail: sentence(fitting, missing),
  }));
  return { refusal: quiz.reason, errors } as const;
}

async function count({ params }: Call<typeof blueprintRoutes.countBankItems>) {
  const cells = countCells(drawable(await bank.allItems(params.courseId)));
  return { status: 200, body: { cells } } as const;
}

/** What a blueprint is made by: a part of the API. */
export const blueprintImplementations = { countBankItems: count };
