import { ulid } from 'ulid';
import { type Language, languageOf, refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { BankStore } from '../bank-store.ts';
import { addItemFile } from '../commands/add-item-file.ts';
import { importQuestions } from '../commands/import-questions.ts';
import { exchangeRoutes } from '../contract.ts';
import type { Remark } from '../domain/formats/item-file.ts';
import { ImportStore } from '../import-store.ts';
import { ItemFiles, READABLE_FOR } from '../item-files.ts';
import { quizProblems } from '../problems.ts';
import { exportQuestions } from '../queries/export-questions.ts';
import { faultSentences } from '../sentences-faults.ts';

const db = connect();
const files = new ItemFiles();
const tools = { bank: new BankStore(db, tableName()), imports: new ImportStore(db, tableName()), files };

const said = (remarks: readonly Remark[], language: Language) =>
  remarks.map((remark) => ({ ...remark, detail: faultSentences[remark.code][language] }));

/** Milliseconds that an import is written for before its request is answered: the gateway waits for 29 s. */
const WRITES_FOR = 18_000;

async function takeImport(call: Call<typeof exchangeRoutes.importQuestions>) {
  const { format, ...source } = call.body;
  const began = Date.now();
  const hasTime = () => Date.now() - began < WRITES_FOR;
  const report = await importQuestions(
    { ...tools, hasTime },
    {
      importId: ulid(),
      courseId: call.params.courseId,
      importedBy: call.actor.personId,
      format,
      source,
      requestKey: call.headers['idempotency-key'],
      at: call.at,
    },
  );
  if (report === 'conflict') return refuse(report);
  if (typeof report === 'string') return refuse(report, 'text' in source ? '/body/text' : '/body/fileId');
  const { imported, unchanged, faults, notices, left } = report;
  if (left !== undefined) return { status: 202, body: { imported, left } } as const;
  const language = languageOf(call.event.headers['accept-language']);
  const body = { imported, unchanged, faults: said(faults, language), notices: said(notices, language) };
  return { status: 201, body } as const;
}

export const handler = serviceApi(exchangeRoutes, quizProblems, {
  requestItemUpload: async ({ params, body }) => {
    const fileId = ulid();
    const url = await files.signUpload(params.courseId, fileId, body.bytes);
    return { status: 200, body: { fileId, url } };
  },
  addItemFile: async ({ params, body }) => {
    const added = await addItemFile(tools, params.courseId, body.fileId);
    return typeof added === 'string' ? refuse(added, '/body/fileId') : { status: 200, body: added };
  },
  importQuestions: takeImport,
  exportQuestions: async ({ params, query, event }) => {
    const { url, questions, notices } = await exportQuestions(tools, {
      exportId: ulid(),
      ...params,
      ...query,
    });
    const language = languageOf(event.headers['accept-language']);
    return {
      status: 200,
      body: { url, expiresInSeconds: READABLE_FOR, questions, notices: said(notices, language) },
    };
  },
});
