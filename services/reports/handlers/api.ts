import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { setTarget } from '../commands/set-target.ts';
import { reportRoutes } from '../contract.ts';
import { documentKey } from '../domain/summary-document.ts';
import { OPENABLE_FOR, ReportDocuments } from '../objects.ts';
import { reportProblems } from '../problems.ts';
import { overview, reportView } from '../queries/overview.ts';
import { publicFiguresAt } from '../queries/public-figures.ts';
import { ReportStore } from '../store.ts';
import { TargetStore } from '../target-store.ts';

const store = new ReportStore(connect(), tableName());
const targets = new TargetStore(connect(), tableName());
const documents = new ReportDocuments();

/** Nobody's own data, asked for by every screen in a hall: a minute old is fresh. */
const PUBLIC_FOR_A_MINUTE = 'public, max-age=60';

export const handler = serviceApi(reportRoutes, reportProblems, {
  getPublicFigures: async ({ at }) => ({
    status: 200,
    body: await publicFiguresAt(store, at),
    headers: { 'cache-control': PUBLIC_FOR_A_MINUTE },
  }),
  putTarget: async ({ params, body, cause }) => {
    const outcome = await setTarget(targets, { ...params, ...body }, cause);
    if (outcome === 'out-of-reach') return refuse('invalid-request', '/body/value');
    return outcome === 'changed' ? refuse('target-changed') : { status: 200, body: outcome };
  },
  getOverview: async ({ at }) => ({ status: 200, body: await overview(store, targets, at) }),
  listReports: async ({ query }) => {
    const page = await store.listWritten(query.cursor);
    if (page === 'invalid-cursor') return refuse(page, '/query/cursor');
    return { status: 200, body: { ...page, reports: page.reports.map(reportView) } };
  },
  openReport: async ({ params, at }) => {
    const report = await store.findReport(params.reportId);
    if (!report) return refuse('not-found');
    const url = await documents.open(documentKey(report.day));
    const expiresAt = new Date(Date.parse(at) + OPENABLE_FOR * 1000).toISOString();
    return { status: 200, body: { url, expiresAt } };
  },
});
