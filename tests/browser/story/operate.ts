import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { EnrolmentConfirmedV1 } from '../../../events/enrollment/enrolment-confirmed.v1.ts';
import { MESSAGES } from '../../../local/inspector/messages.ts';
import { vi } from '../../../web/src/messages/vi.ts';
import { eventually } from '../../support/browser-expect.ts';
import { DESK, openVisit, signInAs, type Visit } from '../../support/browser-visit.ts';
import type { StoryCentre } from './centre.ts';

const inspector = MESSAGES.vi;
const rowsOf = ({ page }: Visit, section: string) =>
  page.getByRole('region', { name: section, exact: true }).getByRole('row');

async function openInspector({ browser, site }: StoryCentre): Promise<Visit> {
  const visit = await openVisit(browser, site.cloud.address, { viewport: DESK });
  await visit.page.goto('/local');
  await visit.page.getByText(inspector.idle).waitFor();
  return visit;
}

/** The summary that comes every night is asked for by hand; the director finds it and opens the document. */
export async function writeAndOpenReport(centre: StoryCentre): Promise<void> {
  const operator = await openInspector(centre);
  await rowsOf(operator, inspector.schedules)
    .filter({ hasText: 'Reports/DailySummary' })
    .getByRole('button', { name: inspector.runNow })
    .click();

  const director = await openVisit(centre.browser, centre.site.cloud.address, { viewport: DESK });
  await signInAs(director, 'director');
  const open = director.page.getByRole('button', { name: /^Mở văn bản ngày/ });
  await eventually(async () => {
    await director.page.goto('/bao-cao');
    await director.page.getByRole('heading', { level: 1, name: vi.overview.reportsTitle }).waitFor();
    await director.page.getByRole('status', { name: vi.common.loading }).first().waitFor({ state: 'hidden' });
    return open.count();
  }).toBe(1);
  const popup = director.page.waitForEvent('popup');
  await open.click();
  const paper = await popup;
  await paper.getByRole('heading', { level: 1 }).waitFor();
  expect([...operator.faults, ...director.faults, ...operator.strangers, ...director.strangers]).toEqual([]);
  await Promise.all([operator.context.close(), director.context.close()]);
}

/** What the campaigns service would hold after it failed three times at a healthy event. */
async function leaveDeadLetter({ site: { cloud } }: StoryCentre): Promise<void> {
  const { name, arn } = cloud.resource('HocVuSo-local-Campaigns/EnrolmentConfirmedSubscription/Dead/Queue');
  const { touchId: _, ...data } = EnrolmentConfirmedV1.example;
  const at = new Date().toISOString();
  const metadata = {
    eventId: 'story-dead-letter',
    occurredAt: at,
    correlationId: 'story',
    causationId: 'story',
    actor: 'system',
    aggregate: { type: 'enrolment', id: data.enrolmentId, version: 1 },
  };
  const [, , , region, account] = arn.split(':');
  const sqs = new SQSClient(cloud.operator);
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: `${cloud.awsAddress}/${account}/${name}`,
      MessageBody: JSON.stringify({
        'detail-type': EnrolmentConfirmedV1.detailType,
        source: EnrolmentConfirmedV1.source,
        region,
        detail: { metadata, data },
      }),
    }),
  );
  sqs.destroy();
}

/** The operator's page shows what there is, and its button sends a dead letter to where it belongs. */
export async function inspectAndRedrive(centre: StoryCentre): Promise<void> {
  const visit = await openInspector(centre);
  for (const [section, row] of [
    [inspector.functions, 'Campaigns/Api'],
    [inspector.events, EnrolmentConfirmedV1.detailType],
    [inspector.queues, 'Campaigns/EnrolmentConfirmedSubscription'],
    [inspector.schedules, 'Reports/DailySummary'],
  ] as const)
    await rowsOf(visit, section).filter({ hasText: row }).first().waitFor();

  await leaveDeadLetter(centre);
  const redrive = visit.page.getByRole('button', { name: inspector.redrive });
  await redrive.click();
  await redrive.waitFor({ state: 'hidden' });
  await centre.site.cloud.settle(60_000);
  const waiting = centre.site.cloud.services.sqs.describe().filter(({ visible }) => visible > 0);
  expect(waiting).toEqual([]);
  expect([...visit.faults, ...visit.strangers]).toEqual([]);
  await visit.context.close();
}
