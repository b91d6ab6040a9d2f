import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MaterialIssuedV1 } from '../../events/library/material-issued.v1.ts';
import { MaterialWithdrawnV1 } from '../../events/library/material-withdrawn.v1.ts';
import { PackageResultRecordedV1 } from '../../events/viewing/package-result-recorded.v1.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { passRoutes } from '../../services/media/contract-delivery.ts';
import { PASS_SECONDS } from '../../services/media/domain/access.ts';
import { viewingRoutes } from '../../services/viewing/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { passFor } from '../support/media-pass.ts';
import { flowClock, type LocalPlatform, startPlatform } from '../support/platform.ts';
import { scormPackage } from '../support/scorm-package.ts';
import { sendFile } from '../support/send-file.ts';
import { distinctEvents } from '../support/stored-events.ts';
import { tellEvent } from '../support/tell-event.ts';

/** Ms by which the platform's clock is ahead of this machine's. */
let ahead = 0;
let platform: LocalPlatform;
let centre: Centre;
let enrolled: Client;
let stranger: Client;
let open: string;
let closed: string;

beforeAll(async () => {
  platform = await startPlatform({ clock: { ...flowClock, now: () => Date.now() + ahead } });
  centre = await openCentre(platform, { learners: 2 });
  [enrolled, stranger] = centre.learners as [Client, Client];
  const runId = await openRun(centre, 5);
  await enrolled.ok(enrollmentRoutes.enrol, { params: { runId }, body: {} });
  [open, closed] = (await Promise.all([1, 2].map(issuedPackage))) as [string, string];
  await platform.quiet();
});
afterAll(() => platform?.stop());

/** A package of a lesson that everybody was told of. */
async function issuedPackage(lessonNo: number): Promise<string> {
  const files = [{ name: 'du lieu/trang.js', content: `let i = ${lessonNo};` }];
  const about = { title: `Bài ${lessonNo}`, courseId: centre.courseId, lessonNo };
  const asset = await sendFile(centre.staff['content-staff'], scormPackage(...files), about);
  expect(asset).toMatchObject({ status: 'ready', kind: 'package', package: { launch: 'index.html' } });
  await decided(MaterialIssuedV1, asset.assetId, lessonNo === 1 ? 'open' : 'enrolled');
  return asset.assetId;
}

const decided = (contract: typeof MaterialIssuedV1, assetId: string, access: 'open' | 'enrolled') =>
  tellEvent(
    platform.cloud,
    contract,
    {
      ...{ materialId: ulid(), assetId, access, version: 1, kind: 'package' },
      ...{ licence: 'CC BY 4.0', competenceCodes: [] },
    },
    1,
  );

type Pass = { readonly launch: string; readonly cookies: { name: string; value: string }[] };
const cookieOf = ({ cookies }: Pass) => ({
  cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
});
const packagePass = (client: Client, assetId: string) =>
  client.ok(passRoutes.issuePackagePass, { params: { assetId } });

/** What an address answers, with the code of the edge where it refuses. */
async function ask(address: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(address, { headers });
  const text = await answer.text();
  return answer.status === 403 ? `403 ${/<Code>(\w+)/.exec(text)?.[1]}` : String(answer.status);
}
const atPackages = (path: string, pass?: Pass) =>
  ask(platform.cloud.packageAddress + path, pass && cookieOf(pass));

it('a package is opened to those who hold a seat, a first lesson’s to everybody', async () => {
  const pass = await packagePass(enrolled, closed);
  expect(pass).toMatchObject({ validForSeconds: PASS_SECONDS });
  expect(pass.launch).toMatch(new RegExp(`^/packages/${closed}/\\w+/index\\.html$`));
  expect(await atPackages(pass.launch, pass)).toBe('200');
  expect(await atPackages(pass.launch.replace('index.html', 'du%20lieu/trang.js'), pass)).toBe('200');
  expect(await atPackages(pass.launch)).toBe('403 MissingKey');
  for (const [client, route] of [
    [stranger, passRoutes.issuePackagePass],
    [platform.passerBy, passRoutes.issueOpenPackagePass],
  ] as const)
    expect((await client.refused(route, { params: { assetId: closed } })).code).toBe('enrolment-needed');
  const second = { params: { assetId: closed }, query: { lesson: '2' } };
  expect((await enrolled.refused(passRoutes.issuePackagePass, second)).code).toBe('not-found');
  const guest = await platform.passerBy.ok(passRoutes.issueOpenPackagePass, { params: { assetId: open } });
  expect(await atPackages(guest.launch, guest)).toBe('200');
  expect(await atPackages(pass.launch, guest)).toBe('403 AccessDenied');
});

it('a package is at its own origin alone: no pass of one opens anything of the other', async () => {
  const pass = await packagePass(enrolled, closed);
  const recording = await passFor(enrolled, closed);
  expect(await ask(platform.cloud.packageAddress + pass.launch, recording)).toBe('403 AccessDenied');
  expect(await ask(`${platform.address}/media/${closed}/x`, cookieOf(pass))).toBe('403 AccessDenied');
  const site = await fetch(platform.address + pass.launch, { headers: cookieOf(pass) });
  expect(await site.text()).not.toContain('<title>Bài 1</title>');
});

it('a package may load its own files alone, whoever frames it', async () => {
  const pass = await packagePass(enrolled, closed);
  const { headers } = await fetch(platform.cloud.packageAddress + pass.launch, { headers: cookieOf(pass) });
  expect(headers.get('content-security-policy')).toContain("connect-src 'self' data: blob:");
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const page = await fetch(`${platform.address}/`);
  expect(page.headers.get('content-security-policy')).toContain('frame-src http://localhost:*');
});

it('what a package says twice and turned round counts once, and the best of it is told', async () => {
  const params = { assetId: closed, sessionId: 'session-1' };
  await enrolled.ok(viewingRoutes.startPackageSession, { params, body: { sessionId: params.sessionId } });
  const commit = (commitNo: number, more: object) =>
    enrolled.ok(viewingRoutes.commitPackage, {
      params: { ...params, commitNo },
      body: { status: 'incomplete', location: '', suspendData: '', sessionSeconds: 0, ...more },
    });
  const last = { status: 'passed', score: { raw: 8, max: 10 }, suspendData: 'a=1', sessionSeconds: 60 };
  await commit(2, last);
  await commit(1, { sessionSeconds: 20, suspendData: 'a=0' });
  await commit(2, last);
  await platform.quiet();
  const told = distinctEvents(platform.data).filter(
    ({ detailType }) => detailType === PackageResultRecordedV1.detailType,
  );
  expect(told.map(({ data }) => data)).toEqual([
    {
      ...{ personId: enrolled.personId, assetId: closed, courseId: centre.courseId },
      ...{ status: 'passed', scoreHundredths: 800, totalSeconds: 60 },
    },
  ]);
  const again = { params, body: { sessionId: 'session-2' } };
  expect(await enrolled.ok(viewingRoutes.startPackageSession, again)).toMatchObject({ suspendData: 'a=1' });
});

it('a package that is withdrawn is gone from the wire within a minute', async () => {
  const pass = await packagePass(enrolled, closed);
  const withdrawn = { materialId: ulid(), assetId: closed, reason: 'wrong' as const };
  await tellEvent(platform.cloud, MaterialWithdrawnV1, withdrawn, 5);
  await platform.quiet();
  const refusal = await enrolled.refused(passRoutes.issuePackagePass, { params: { assetId: closed } });
  expect(refusal.code).toBe('not-found');
  ahead += PASS_SECONDS * 1000;
  expect(await atPackages(pass.launch, pass)).toBe('403 AccessDenied');
});
