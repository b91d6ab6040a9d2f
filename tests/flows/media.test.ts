import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLecture } from '../../local/demo/content.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { type MediaAsset, mediaRoutes } from '../../services/media/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { handIn, issueMaterial } from '../support/issue-material.ts';
import { passFor } from '../support/media-pass.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';

const lecture = demoLecture();

let platform: LocalPlatform;
let centre: Centre;
let staff: Client;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 1 });
  staff = centre.staff['content-staff'];
});
afterAll(() => platform?.stop());

/** Announces a file and sends its parts to the addresses it is given, as the page does. */
async function upload(client: Client, file: Buffer, title: string): Promise<string> {
  const body = { title, fileName: 'bai-giang.mp4', bytes: file.length, courseId: centre.courseId };
  const { asset, parts } = await client.ok(mediaRoutes.requestUpload, { body });
  expect(asset).toMatchObject({ status: 'awaiting-upload', percent: 0 });
  const sent = await Promise.all(
    parts.map(async ({ partNumber, url, fromByte, toByte }) => {
      const part = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray(fromByte, toByte)) });
      expect(part.status).toBe(200);
      return { partNumber, etag: part.headers.get('etag') ?? '' };
    }),
  );
  await client.ok(mediaRoutes.completeUpload, { params: { assetId: asset.assetId }, body: { parts: sent } });
  return asset.assetId;
}

/** Looks until the recording is settled; the states it went through, in order, and how it ended. */
async function watch(assetId: string): Promise<{ states: string[]; asset: MediaAsset }> {
  const states: string[] = [];
  for (;;) {
    const asset = await staff.ok(mediaRoutes.getMedia, { params: { assetId } });
    if (states.at(-1) !== asset.status) states.push(asset.status);
    if (['ready', 'rejected', 'failed'].includes(asset.status)) return { states, asset };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As a browser of the staff fetches it, who hold a pass to what they uploaded. */
const get = async (path: string, headers: Record<string, string> = {}) => {
  const assetId = /^\/media\/([^/]+)/.exec(path)?.[1];
  const pass = assetId === undefined ? {} : await passFor(staff, assetId);
  return fetch(platform.address + path, { headers: { ...pass, ...headers } });
};
const linesOf = (playlist: string) =>
  playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const beside = (path: string, name: string) => new URL(name, platform.address + path).pathname;

describe('a lecture', () => {
  let asset: MediaAsset;

  it('goes from the upload by signed addresses to ready', async () => {
    const seen = await watch(await upload(staff, lecture, 'Nhận ra lừa đảo'));
    asset = seen.asset;
    expect(asset).toMatchObject({ status: 'ready', percent: 100 });
    expect(asset.durationMs).toBeGreaterThan(5000);
    const order = ['received', 'transcoding', 'ready'];
    expect(seen.states).toEqual(order.filter((state) => seen.states.includes(state)));
  });

  it('plays from the one address: playlists, first and last segment, poster', async () => {
    const main = await get(asset.playlist ?? '');
    expect([main.status, main.headers.get('content-type')]).toEqual([200, 'application/vnd.apple.mpegurl']);
    const renditions = linesOf(await main.text());
    expect(renditions.length).toBeGreaterThan(0);
    for (const rendition of renditions) {
      const path = beside(asset.playlist ?? '', rendition);
      const playlist = await (await get(path)).text();
      const segments = linesOf(playlist);
      const initial = /#EXT-X-MAP:URI="([^"]+)"/.exec(playlist)?.[1];
      expect(playlist).toContain('#EXT-X-ENDLIST');
      for (const name of [initial, segments[0], segments.at(-1)]) {
        const segment = await get(beside(path, name ?? ''));
        expect(segment.status).toBe(200);
        const bytes = Buffer.from(await segment.arrayBuffer());
        expect(bytes.subarray(4, 8).toString('latin1')).toMatch(/ftyp|styp|moof|sidx/);
      }
    }
    const poster = await get(asset.poster ?? '');
    expect([poster.status, poster.headers.get('content-type')?.split('/')[0]]).toEqual([200, 'image']);
  });

  it('hands out a part of a segment when the player asks for a range', async () => {
    const path = beside(
      asset.playlist ?? '',
      linesOf(await (await get(asset.playlist ?? '')).text())[0] ?? '',
    );
    const segment = linesOf(await (await get(path)).text())[0] ?? '';
    const part = await get(beside(path, segment), { range: 'bytes=0-99' });
    expect(part.status).toBe(206);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
  });

  it('is counted in the reports once it is ready', async () => {
    await platform.quiet();
    const overview = await centre.staff.director.ok(reportRoutes.getOverview);
    expect(overview.figures.find(({ code }) => code === 'recordings-ready')?.value).toBe(1);
  });

  const shown = async () => {
    await platform.quiet();
    const [learner] = centre.learners as [Client];
    const { courseId } = centre;
    const { media } = await learner.ok(mediaRoutes.listCourseMedia, { params: { courseId } });
    const { materials } = await learner.ok(libraryRoutes.listMaterials);
    const playable = await learner.call(mediaRoutes.getPlayable, { params: { assetId: asset.assetId } });
    return { course: media.length, library: materials.length, playable: playable.status };
  };
  const NOWHERE = { course: 0, library: 0, playable: 404 };
  const EVERYWHERE = { course: 1, library: 1, playable: 200 };

  it('is listed nowhere before a second person has issued it, and not by its uploader', async () => {
    expect(await shown()).toEqual(NOWHERE);
    await handIn({ maker: staff }, asset.assetId);
    expect(await shown()).toEqual(NOWHERE);
    const own = await staff.call(libraryRoutes.appraiseMaterial, {
      params: { materialId: asset.assetId },
      body: { verdict: 'issued', revision: 1, checks: [] },
    });
    expect(own.status).toBe(403);
  });

  it('is listed for the learners of the course, and in the library, from then on', async () => {
    await issueMaterial({ maker: staff, appraiser: centre.admin }, asset.assetId);
    expect(await shown()).toEqual(EVERYWHERE);
  });

  it('is gone from everywhere when it is withdrawn, and back when it is put back', async () => {
    const params = { materialId: asset.assetId };
    await staff.ok(libraryRoutes.withdrawMaterial, { params, body: { reason: 'licence' } });
    expect(await shown()).toEqual(NOWHERE);
    await centre.admin.ok(libraryRoutes.reinstateMaterial, { params });
    expect(await shown()).toEqual(EVERYWHERE);
  });

  it('of another is not seen in a teacher’s list, and its source is not on the site', async () => {
    const { assets } = await centre.staff.teacher.ok(mediaRoutes.listMedia);
    expect(assets).toEqual([]);
    const uploaded = await get(`/uploads/${asset.assetId}`);
    expect(uploaded.headers.get('content-type')).not.toContain('video');
  });
});

describe('a file that is here already', () => {
  it('is named instead of sent, and can be sent by nobody’s say-so', async () => {
    const bytes = { title: 'Lần nữa', fileName: 'bai-giang.mp4', bytes: lecture.length };
    const sha256 = createHash('sha256').update(lecture).digest('hex');
    const unsaid = await staff.ok(mediaRoutes.requestUpload, { body: { ...bytes, sha256 } });
    expect(unsaid.duplicate).toBeUndefined();
    await staff.ok(mediaRoutes.cancelUpload, { params: { assetId: unsaid.asset.assetId } });
    const repeated = await watch(await upload(staff, lecture, 'Lần nữa'));
    expect(repeated.asset).toMatchObject({ status: 'rejected', reason: 'DUPLICATE' });
    const known = await staff.ok(mediaRoutes.requestUpload, { body: { ...bytes, sha256 } });
    expect(known).toMatchObject({ duplicate: true, parts: [], asset: { status: 'ready' } });
    expect(known.asset.assetId).toBe(repeated.asset.duplicateOf);
  });
});

describe('a file that is no recording', () => {
  it('is rejected with a reason, and nothing of it is delivered', async () => {
    const assetId = await upload(staff, Buffer.from('đây không phải phim'.repeat(200)), 'Nhầm tệp');
    const { states, asset } = await watch(assetId);
    expect(states.at(-1)).toBe('rejected');
    expect(asset.reason).toMatch(/^[A-Z_]+$/);
    expect(asset.playlist).toBeUndefined();
  });

  it('is refused by the bucket when a part is sent to an address that was tampered with', async () => {
    const body = { title: 'X', fileName: 'x.mp4', bytes: 10 };
    const { parts } = await staff.ok(mediaRoutes.requestUpload, { body });
    const url = new URL(parts[0]?.url ?? '');
    url.pathname = `${url.pathname}x`;
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
  });
});
