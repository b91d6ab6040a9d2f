import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { enrol } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
const DAY_MS = 86_400_000;
const onDay = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

let platform: LocalPlatform;
let centre: Centre;
let runId: string;
let campaignId: string;
let poster: string;
let fanpage: string;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  runId = await openRun(centre, 1);
});
afterAll(() => platform?.stop());

/** Follows a link as a phone does that keeps the platform's cookie; the touch it was given. */
async function follow(path: string, cookie?: string, userAgent = PHONE) {
  const headers = { 'user-agent': userAgent, ...(cookie && { cookie }) };
  const answer = await platform.passerBy.send({ method: 'GET', path, headers });
  const location = new URL(answer.headers.get('location') ?? '/', platform.address);
  return {
    status: answer.status,
    path: location.pathname,
    touchId: location.searchParams.get('touch') ?? undefined,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

/** Touches of one device in one minute count once: waits out the end of a minute, so that two follow-ups share one. */
const withinOneMinute = () => {
  const left = 60_000 - (Date.now() % 60_000);
  return new Promise((resolve) => setTimeout(resolve, left < 3000 ? left : 0));
};

const campaign = () => centre.staff['youth-union'].ok(campaignRoutes.getCampaign, { params: { campaignId } });

describe('a campaign', () => {
  it('gives every channel a tracked link', async () => {
    const body = {
      name: 'Hưởng ứng 10/10',
      goal: 'Mỗi người một khóa',
      landingPath: '/khoa-hoc/ky-nang-so',
      opensOn: onDay(-1),
      closesOn: onDay(30),
      channels: [
        { kind: 'poster' as const, label: 'Áp phích cổng trường' },
        { kind: 'fanpage' as const, label: 'Trang của Đoàn' },
      ],
    };
    const made = await centre.staff['youth-union'].ok(campaignRoutes.createCampaign, { body });
    campaignId = made.campaignId;
    [poster, fanpage] = made.channels.map(({ link }) => link) as [string, string];
    expect(made).toMatchObject({ status: 'open', touches: 0, visitors: 0, enrolments: 0 });
    expect(new Set([poster, fanpage]).size).toBe(2);
  });

  it('counts links, scans and devices, each once', async () => {
    await withinOneMinute();
    const scanned = await follow(`${poster}?via=qr`);
    expect(scanned).toMatchObject({ status: 302, path: '/khoa-hoc/ky-nang-so' });
    expect((await follow(`${poster}?via=qr`, scanned.cookie)).touchId).toBe(scanned.touchId);
    await follow(fanpage, scanned.cookie);
    await follow(fanpage);
    await platform.quiet();
    const { channels, ...counted } = await campaign();
    expect(counted).toMatchObject({ touches: 3, visitors: 2, enrolments: 0 });
    expect(channels).toMatchObject([
      { kind: 'poster', touches: 1, scans: 1, visitors: 1 },
      { kind: 'fanpage', touches: 2, scans: 0, visitors: 1 },
    ]);
  });

  it('leads preview programs on without counting them', async () => {
    const before = await campaign();
    const led = await follow(fanpage, undefined, 'facebookexternalhit/1.1');
    expect(led).toMatchObject({ status: 302, touchId: undefined });
    await platform.quiet();
    expect(await campaign()).toEqual(before);
  });

  it('is credited with the enrolment that its touch led to, also when the seat came later', async () => {
    const [first, second] = centre.learners as [Client, Client];
    const touch = await follow(`${poster}?via=qr`);
    await enrol(first, runId);
    expect(await enrol(second, runId, undefined, touch.touchId)).toMatchObject({ status: 'waitlisted' });
    await platform.quiet();
    expect(await campaign()).toMatchObject({ enrolments: 0 });
    await first.send({ method: 'DELETE', path: `/v1/course-runs/${runId}/enrolments/${first.personId}` });
    await platform.quiet();
    const { channels, enrolments } = await campaign();
    expect(enrolments).toBe(1);
    expect(channels).toMatchObject([
      { kind: 'poster', enrolments: 1 },
      { kind: 'fanpage', enrolments: 0 },
    ]);
    const overview = await centre.staff.director.ok(reportRoutes.getOverview);
    const value = (code: string) => overview.figures.find((figure) => figure.code === code)?.value;
    expect([value('campaign-touches'), value('enrolments-attributed')]).toEqual([4, 1]);
  });

  it('gives no credit for a touch that somebody made up', async () => {
    const [first] = centre.learners as [Client];
    const other = await openRun(centre, 1, 'KNS-02');
    await enrol(first, other, undefined, '01K9ZB3V7Q8M2N4P6R8S0T2V4W');
    await platform.quiet();
    expect(await campaign()).toMatchObject({ enrolments: 1 });
  });

  it('answers an unknown code with a problem document', async () => {
    const { status, headers } = await platform.passerBy.send({ method: 'GET', path: '/t/ZZZZZZZZ' });
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([404, 'application/problem+json']);
  });
});
