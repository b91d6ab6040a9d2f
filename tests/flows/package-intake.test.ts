import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPackage } from '../../local/demo/content.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { zipOf } from '../../services/media/engine/zip-fixture.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { issueMaterial } from '../support/issue-material.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { scormPackage } from '../support/scorm-package.ts';
import { sendFile } from '../support/send-file.ts';

let platform: LocalPlatform;
let centre: Centre;
let staff: Client;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 1 });
  staff = centre.staff['content-staff'];
});
afterAll(() => platform?.stop());

const send = (file: Uint8Array, title: string) =>
  sendFile(staff, Buffer.from(file), { title, courseId: centre.courseId });

it('a SCORM 1.2 package is listed once a second person has appraised it', async () => {
  const asset = await send(demoPackage('tin-nhan-lua-dao'), 'Thật hay giả');
  const shown = { launch: 'index.html', title: 'Tin nhắn này thật hay giả?', files: 6 };
  expect(asset).toMatchObject({ status: 'ready', kind: 'package', package: shown });
  await platform.quiet();
  const [learner] = centre.learners as [Client];
  const inCourse = () => learner.ok(mediaRoutes.listCourseMedia, { params: { courseId: centre.courseId } });
  expect((await inCourse()).media).toEqual([]);
  await issueMaterial({ maker: staff, appraiser: centre.admin }, asset.assetId);
  await platform.quiet();
  expect((await inCourse()).media).toMatchObject([
    { assetId: asset.assetId, kind: 'package', package: shown },
  ]);
  const { materials } = await learner.ok(libraryRoutes.listMaterials, { query: { kind: 'package' } });
  expect(materials).toMatchObject([{ kind: 'package', title: 'Thật hay giả' }]);
});

it('a package that cannot be taken is refused with what is wrong with it', async () => {
  const reasonOf = async (file: Buffer, title: string) => {
    const { status, reason } = await send(file, title);
    return [status, reason];
  };
  const folder = zipOf(['bai/imsmanifest.xml', 'bai/index.html']);
  expect(await reasonOf(folder, 'Thư mục')).toEqual(['rejected', 'MANIFEST_IN_FOLDER']);
  const escaping = scormPackage({ name: '../../media/index.html' });
  expect(await reasonOf(escaping, 'Thoát ra')).toEqual(['rejected', 'FILE_NAMES']);
  const lying = scormPackage({ name: 'a.js', says: { bytes: 2 } });
  expect(await reasonOf(lying, 'Khai sai')).toEqual(['rejected', 'DAMAGED']);
});
