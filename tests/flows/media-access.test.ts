import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataOf, EventContract } from '../../events/define-event.ts';
import { MaterialIssuedV1 } from '../../events/library/material-issued.v1.ts';
import { MaterialWithdrawnV1 } from '../../events/library/material-withdrawn.v1.ts';
import { TvCodeClosedV1 } from '../../events/library/tv-code-closed.v1.ts';
import { TvCodeOpenedV1 } from '../../events/library/tv-code-opened.v1.ts';
import { demoLecture } from '../../local/demo/content.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { passRoutes } from '../../services/media/contract-delivery.ts';
import { PASS_SECONDS } from '../../services/media/domain/access.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { issueMaterial } from '../support/issue-material.ts';
import { cookiesOf, passFor } from '../support/media-pass.ts';
import { flowClock, type LocalPlatform, startPlatform } from '../support/platform.ts';
import { tellEvent } from '../support/tell-event.ts';

/** A file of its own for each lesson, by a box that players pass over: the same bytes twice are refused as a duplicate. */
const lectureOf = (lessonNo: number): Buffer =>
  Buffer.concat([demoLecture(), Buffer.from([0, 0, 0, 9]), Buffer.from('free'), Buffer.from([lessonNo])]);
/** Ms by which the platform's clock is ahead of this machine's. */
let ahead = 0;
let platform: LocalPlatform;
let centre: Centre;
let runId: string;
let enrolled: Client;
let stranger: Client;
let open: Recording;
let closed: Recording;

type Recording = { readonly assetId: string; readonly playlist: string; readonly poster: string };

beforeAll(async () => {
  platform = await startPlatform({ clock: { ...flowClock, now: () => Date.now() + ahead } });
  centre = await openCentre(platform, { learners: 2 });
  [enrolled, stranger] = centre.learners as [Client, Client];
  runId = await openRun(centre, 5);
  await enrolled.ok(enrollmentRoutes.enrol, { params: { runId }, body: {} });
  await platform.quiet();
  open = await published(1);
  closed = await published(2);
});
afterAll(() => platform?.stop());

/** Uploads the lecture for a lesson and waits until it can be watched. */
async function published(lessonNo: number): Promise<Recording> {
  const staff = centre.staff['content-staff'];
  const lecture = lectureOf(lessonNo);
  const body = {
    title: `Bài ${lessonNo}`,
    fileName: 'bai-giang.mp4',
    bytes: lecture.length,
    courseId: centre.courseId,
    lessonNo,
  };
  const { asset, parts } = await staff.ok(mediaRoutes.requestUpload, { body });
  const sent = parts.map(async ({ partNumber, url, fromByte, toByte }) => {
    const part = await fetch(url, {
      method: 'PUT',
      body: new Uint8Array(lecture.subarray(fromByte, toByte)),
    });
    return { partNumber, etag: part.headers.get('etag') ?? '' };
  });
  const params = { assetId: asset.assetId };
  await staff.ok(mediaRoutes.completeUpload, { params, body: { parts: await Promise.all(sent) } });
  await platform.quiet();
  const material = { materialId: ulid(), version: 1, licence: 'CC BY 4.0', competenceCodes: [] };
  const access = lessonNo === 1 ? ('open' as const) : ('enrolled' as const);
  await tell(MaterialIssuedV1, { ...material, ...params, access, kind: 'video' }, 1);
  const { status, reason, playlist, poster } = await staff.ok(mediaRoutes.getMedia, { params });
  if (!playlist || !poster) throw new Error(`The recording is ${status} (${reason}).`);
  return { assetId: asset.assetId, playlist, poster };
}

/** Says on the bus what the library would, and waits until everybody has heard. */
async function tell<C extends EventContract>(contract: C, data: DataOf<C>, version: number): Promise<void> {
  await tellEvent(platform.cloud, contract, data, version);
  await platform.quiet();
}

/** What the one address answers, with the code of the edge where it refuses. */
async function get(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(platform.address + path, { headers });
  const text = await answer.text();
  return answer.status === 403 ? `403 ${/<Code>(\w+)/.exec(text)?.[1]}` : String(answer.status);
}

describe('a lesson of a course', () => {
  it('is closed without a pass, poster excepted', async () => {
    expect(await get(closed.playlist)).toBe('403 MissingKey');
    expect(await get(open.playlist)).toBe('403 MissingKey');
    expect(await get(closed.poster)).toBe('200');
  });

  it('is opened to those who hold a seat, and to nobody else', async () => {
    const pass = await passFor(enrolled, closed.assetId);
    expect(await get(closed.playlist, pass)).toBe('200');
    expect(await get(open.playlist, pass)).toBe('403 AccessDenied');
    const refusal = await stranger.refused(passRoutes.issuePass, { params: { assetId: closed.assetId } });
    expect([refusal.status, refusal.code]).toEqual([403, 'enrolment-needed']);
    const visitor = await platform.passerBy.refused(passRoutes.issueOpenPass, {
      params: { assetId: closed.assetId },
    });
    expect(visitor.code).toBe('enrolment-needed');
  });

  it('that is the first is opened to everybody', async () => {
    const visitor = await passFor(platform.passerBy, open.assetId, passRoutes.issueOpenPass);
    expect(await get(open.playlist, visitor)).toBe('200');
    expect(await get(open.playlist, await passFor(stranger, open.assetId))).toBe('200');
  });

  it('is closed to a pass that has ended, and to one of a key that is not the site’s', async () => {
    const pass = await passFor(enrolled, closed.assetId);
    const foreign = pass.cookie.replace(/(CloudFront-Key-Pair-Id=)\w+/, '$1K0FOREIGN');
    expect(await get(closed.playlist, { cookie: foreign })).toBe('403 InvalidKey');
    ahead += PASS_SECONDS * 1000;
    expect(await get(closed.playlist, pass)).toBe('403 AccessDenied');
    expect(await get(closed.playlist, await passFor(enrolled, closed.assetId))).toBe('200');
  });

  it('is served in parts, for ever, to this site alone', async () => {
    const headers = await passFor(enrolled, closed.assetId);
    const ask = (more: Record<string, string>) =>
      fetch(platform.address + closed.playlist, { headers: { ...headers, ...more } });
    const whole = await ask({});
    expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(whole.headers.get('access-control-allow-origin')).toBeNull();
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    const etag = whole.headers.get('etag') ?? '';
    const part = await ask({ range: 'bytes=0-9', 'if-range': etag });
    expect([part.status, (await part.text()).length]).toEqual([206, 10]);
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
    expect((await ask({ range: 'bytes=9999999-' })).status).toBe(416);
    expect((await ask({ range: 'bytes=0-1,4-5' })).status).toBe(200);
  });

  it('that is withdrawn is gone from the wire within a minute, and comes back whole', async () => {
    const { assetId, playlist, poster } = closed;
    const material = { materialId: ulid(), assetId };
    const params = { assetId };
    const pass = await passFor(enrolled, assetId);
    await tell(MaterialWithdrawnV1, { ...material, reason: 'consent' }, 5);
    const refusal = await enrolled.refused(passRoutes.issuePass, { params });
    expect(refusal.code).toBe('not-found');
    expect(await get(poster)).toBe('403 AccessDenied');
    ahead += PASS_SECONDS * 1000;
    expect(await get(playlist, pass)).toBe('403 AccessDenied');
    expect(await get(playlist, await passFor(centre.staff['content-staff'], assetId))).toBe('200');
    const issued = {
      kind: 'video',
      licence: 'CC BY 4.0',
      version: 1,
      competenceCodes: [],
      access: 'enrolled',
      ...material,
    } satisfies DataOf<typeof MaterialIssuedV1>;
    await tell(MaterialIssuedV1, issued, 6);
    expect(await get(playlist, await passFor(enrolled, assetId))).toBe('200');
    expect(await get(poster)).toBe('200');
  });

  it('is opened at a television by its code, until the code is ended', async () => {
    const codeDigest = createHash('sha256').update('123456').digest('hex');
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const material = { materialId: ulid(), codeDigest };
    await tell(TvCodeOpenedV1, { ...material, assetId: closed.assetId, closesAt }, 1);
    const answer = await platform.passerBy.call(passRoutes.issueTvPass, { params: { code: '123456' } });
    expect(JSON.parse(answer.text)).toMatchObject({ assetId: closed.assetId });
    expect(await get(closed.playlist, cookiesOf(answer))).toBe('200');
    expect(cookiesOf(answer).cookie).toContain('hvs-screen=');
    const wrong = await platform.passerBy.refused(passRoutes.issueTvPass, { params: { code: '654321' } });
    expect(wrong.code).toBe('not-found');
    await tell(TvCodeClosedV1, material, 2);
    const ended = await platform.passerBy.refused(passRoutes.issueTvPass, { params: { code: '123456' } });
    expect(ended.code).toBe('not-found');
  });

  it('is closed again to who gave the seat up', async () => {
    const params = { runId, personId: enrolled.personId };
    await enrolled.ok(enrollmentRoutes.cancelEnrolment, { params });
    await platform.quiet();
    const refusal = await enrolled.refused(passRoutes.issuePass, { params: { assetId: closed.assetId } });
    expect(refusal.code).toBe('enrolment-needed');
  });
});

describe('a withdrawn recording whose file was given up', () => {
  it('is put back on the lists by nobody', async () => {
    const { admin: appraiser } = centre;
    const maker = centre.staff['content-staff'];
    const params = { materialId: open.assetId };
    await issueMaterial({ maker, appraiser }, open.assetId);
    await maker.ok(libraryRoutes.withdrawMaterial, { params, body: { reason: 'wrong' } });
    await platform.quiet();
    await maker.ok(mediaRoutes.cancelUpload, { params: { assetId: open.assetId } });
    await platform.quiet();
    const refusal = await appraiser.refused(libraryRoutes.reinstateMaterial, { params });
    expect([refusal.status, refusal.code]).toEqual([409, 'file-gone']);
  });
});
