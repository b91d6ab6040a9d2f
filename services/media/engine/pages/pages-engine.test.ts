import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tinyPdf, WITH_PASSWORD } from '../../../../tests/support/tiny-pdf.ts';
import { planDocument } from '../../domain/document-plan.ts';
import { planImage } from '../../domain/image-plan.ts';
import { createPagesEngine, DOCUMENT_ENGINE, IMAGE_ENGINE } from './pages-engine.ts';

const childPath = fileURLToPath(new URL('../pages-child.ts', import.meta.url));
const engine = createPagesEngine({ childPath });

let folder: string;
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of these bytes and a folder for what is made of it. */
function place(bytes: Uint8Array): [path: string, outDir: string] {
  made += 1;
  const path = join(folder, `source-${made}`);
  writeFileSync(path, bytes);
  return [path, join(folder, `out-${made}`)];
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a7' } });

describe('a document', () => {
  const bytes = tinyPdf([
    { lines: ['Bài 1. Nhận ra lừa đảo', 'Đừng đọc mã OTP cho ai.'] },
    { lines: ['Trang ngang'], size: [842, 595] },
    { lines: ['Trang nằm'], rotate: 90 },
  ]);

  test('is read, drawn in two widths and as a cover, and its words are found', async () => {
    const [path, outDir] = place(bytes);
    const read = await engine.readDocument(path, outDir);
    if (!read.ok || !read.value.ok) throw new Error(JSON.stringify(read));
    const plan = planDocument(read.value.value, DOCUMENT_ENGINE);
    if (!plan.ok) throw new Error(plan.rejection.code);
    expect(plan.value.pages.map(({ width, height }) => width > height)).toEqual([false, true, true]);
    const drawn = await engine.makePages(plan.value, 'pages-0', path, outDir);
    if (!drawn.ok) throw new Error(drawn.failure.detail);
    expect(drawn.value.map(({ text }) => text)).toEqual([
      'Bài 1. Nhận ra lừa đảo\nĐừng đọc mã OTP cho ai.',
      'Trang ngang',
      'Trang nằm',
    ]);
    const pictures = [1, 2, 3].flatMap((page) => [800, 1600].map((width) => `000${page}-${width}.webp`));
    const made = readdirSync(outDir).filter((name) => name.endsWith('.webp'));
    expect(made.toSorted()).toEqual([...pictures, 'poster.webp'].toSorted());
    const cover = await sharp(join(outDir, 'poster.webp')).metadata();
    expect(cover).toMatchObject({ format: 'webp', width: 640, height: 360 });
    const wide = await sharp(join(outDir, '0001-1600.webp')).metadata();
    expect(wide).toMatchObject({ format: 'webp', width: 1600, height: 2264 });
    // Something is drawn on it.
    const { channels } = await sharp(join(outDir, '0001-800.webp')).stats();
    expect(channels[0]?.min).toBeLessThan(80);
    expect(drawn.value[0]?.bytes).toEqual(
      ['0001-800.webp', '0001-1600.webp'].map((name) => readFileSync(join(outDir, name)).length),
    );
  });

  test.each([
    ['ENCRYPTED', tinyPdf([{ lines: ['Mật'] }], WITH_PASSWORD)],
    ['DAMAGED', Buffer.from('%PDF-1.7\nkhông phải tài liệu')],
    ['TOO_MANY_PAGES', tinyPdf(Array.from({ length: 501 }, () => ({ lines: [] })))],
  ])('is refused as %s within five seconds of work', async (code, refused) => {
    const [path, outDir] = place(refused);
    const from = performance.now();
    expect(await engine.readDocument(path, outDir)).toEqual({
      ok: true,
      value: { ok: false, rejection: { code } },
    });
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

describe('a picture', () => {
  test('comes upright in every size and format, without what the camera noted', async () => {
    const turned = await photo(900, 600)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Make: 'May anh' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    const [path, outDir] = place(turned);
    const read = await engine.readPicture(path, outDir);
    expect(read).toMatchObject({ value: { ok: true, value: { frames: 1 } } });
    if (!read.ok || !read.value.ok) return;
    const plan = planImage(read.value.value, IMAGE_ENGINE);
    if (!plan.ok) throw new Error(plan.rejection.code);
    expect(plan.value.sizes).toEqual([
      { width: 320, height: 480 },
      { width: 600, height: 900 },
    ]);
    const sized = await engine.makeSizes(plan.value, path, outDir);
    if (!sized.ok) throw new Error(sized.failure.detail);
    for (const format of ['avif', 'webp', 'jpg']) {
      const { width, height, exif, orientation } = await sharp(join(outDir, `w600.${format}`)).metadata();
      expect([width, height, exif, orientation]).toEqual([600, 900, undefined, undefined]);
    }
    expect(sized.value[1]?.bytes.avif).toBe(readFileSync(join(outDir, 'w600.avif')).length);
  });

  test.each([
    ['TOO_LARGE', () => bomb(60_000, 60_000)],
    ['DAMAGED', async () => (await noise().jpeg().toBuffer()).subarray(0, 3000)],
    ['CODEC', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['CODEC', () => photo(20, 20).tiff().toBuffer()],
  ])('is refused as %s within five seconds of work', async (code, make) => {
    const [path, outDir] = place(await make());
    const from = performance.now();
    expect(await engine.readPicture(path, outDir)).toEqual({
      ok: true,
      value: { ok: false, rejection: { code } },
    });
    expect(performance.now() - from).toBeLessThan(5000);
  });

  test('of several frames is told from a still one', async () => {
    const frames = Buffer.alloc(20 * 40 * 3, 90).fill(200, 20 * 20 * 3);
    const gif = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .gif()
      .toBuffer();
    const read = await engine.readPicture(...place(gif));
    expect(read).toMatchObject({ value: { value: { width: 20, height: 20, frames: 2 } } });
  });
});

const noise = () =>
  sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width: 300, height: 300, channels: 3 },
  });

/** The head of a picture that would be gigabytes; nothing follows it. */
async function bomb(width: number, height: number): Promise<Buffer> {
  const small = await photo(1, 1).png().toBuffer();
  const head = Buffer.from(small);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  const { crc32 } = await import('node:zlib');
  head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
  return head;
}

describe('the process', () => {
  test('that stays too long is ended, which may be the machine and is no verdict on the file', async () => {
    const slow = createPagesEngine({ childPath, timeoutMs: 20 });
    const [path, outDir] = place(await photo(30, 30).png().toBuffer());
    const sizes = [{ width: 30, height: 30 }];
    const made = await slow.makeSizes({ kind: 'image', planHash: 'h', sizes } as never, path, outDir);
    const ended = { ok: false, failure: { code: 'TIMEOUT' } };
    expect(made).toMatchObject(ended);
    expect(await slow.readPicture(path, outDir)).toMatchObject(ended);
    expect(await slow.readDocument(path, outDir)).toMatchObject(ended);
  });

  test('asks nobody for what a document names', async () => {
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    }).listen(0);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const url = `http://127.0.0.1:${port}/x`;
    const link = `/OpenAction<</S/URI/URI(${url})>>/AF[<</Type/Filespec/FS/URL/F(${url})>>]`;
    const [path, outDir] = place(
      Buffer.from(
        tinyPdf([{ lines: ['Xem'] }])
          .toString('latin1')
          .replace('/Pages 2 0 R', `/Pages 2 0 R${link}`),
      ),
    );
    const read = await engine.readDocument(path, outDir);
    expect(read).toMatchObject({ value: { ok: true } });
    server.close();
    expect(asked).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});
