import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { reportRoutes } from '../contract.ts';
import { documentKey } from '../domain/summary-document.ts';
import { OPENABLE_FOR, ReportDocuments } from '../objects.ts';
import { overview, reportView } from '../queries/overview.ts';
import { ReportStore } from '../store.ts';

const store = new ReportStore(connect(), tableName());
const documents = new ReportDocuments();

export const handler = serviceApi(
  reportRoutes,
  {},
  {
    getOverview: async ({ at }) => ({ status: 200, body: await overview(store, at) }),
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
  },
);
