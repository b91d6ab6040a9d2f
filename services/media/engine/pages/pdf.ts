import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Sharp from 'sharp';
import {
  type DocumentFacts,
  MAX_PAGES,
  PAGE_WIDTHS,
  type PageSize,
  pageAt,
  pageName,
} from '../../domain/document-plan.ts';
import { textOfPage } from '../../domain/page-text.ts';
import { COVER_NAME, type PageFacts } from '../../domain/paper-presentation.ts';
import { accept, reject, type Verdict } from '../../domain/rejection.ts';
import { loadPdfReader, loadSharp, type PdfReader } from './native-pages.ts';
import type { JobOf } from './pages-job.ts';

type Document = Awaited<ReturnType<PdfReader['pdfjs']['getDocument']>['promise']>;

/** Most pixels of a picture inside a page; a larger one is left out, as viewers do. */
const MAX_INNER_PIXELS = 40_000_000;
const SILENT = 0;
/** Print stays sharp at this quality, and a page of it is about 90 KB at 1600 pixels. */
const PAGE_WEBP = { quality: 76, effort: 4, smartSubsample: true } as const;

async function open({ pdfjs, data }: PdfReader, path: string): Promise<Document> {
  const bytes = await readFile(path);
  const task = pdfjs.getDocument({
    ...data,
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    cMapPacked: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: MAX_INNER_PIXELS,
    verbosity: SILENT,
  });
  return task.promise;
}

/** The cover is cut to the shape of a film's poster, so that a list of both is even. */
const COVER = { width: 640, height: 360, fit: 'cover', position: 'top' } as const;

/** pdf.js tells by name what it could not read; anything else is a fault of ours. */
const REJECTIONS: Readonly<Record<string, 'ENCRYPTED' | 'DAMAGED'>> = {
  PasswordException: 'ENCRYPTED',
  InvalidPDFException: 'DAMAGED',
  FormatError: 'DAMAGED',
  UnknownErrorException: 'DAMAGED',
  ResponseException: 'DAMAGED',
};

/** The size of every page, upright. A page that cannot be found makes the whole document damaged. */
export async function readDocument({ sourcePath }: JobOf<'read-document'>): Promise<Verdict<DocumentFacts>> {
  const reader = await loadPdfReader();
  try {
    const document = await open(reader, sourcePath);
    if (document.numPages > MAX_PAGES) return reject('TOO_MANY_PAGES');
    const pages: PageSize[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      pages.push({ width, height });
      page.cleanup();
    }
    return accept({ pages });
  } catch (error) {
    const code = REJECTIONS[(error as Error).name];
    if (code) return reject(code);
    throw error;
  }
}

type Wanted = JobOf<'make-pages'>['pages'][number];

async function drawPage({ canvas }: PdfReader, document: Document, wanted: Wanted) {
  const page = await document.getPage(wanted.page);
  const surface = canvas.createCanvas(wanted.width, wanted.height);
  const { width } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: wanted.width / width });
  // pdf.js draws on any canvas of the standard; its types know only that of browsers.
  const target = surface as unknown as Parameters<typeof page.render>[0]['canvas'];
  await page.render({ canvas: target, viewport, background: '#fff' }).promise;
  const { items } = await page.getTextContent();
  page.cleanup();
  const text = textOfPage(items.flatMap((item) => ('str' in item ? [item] : [])));
  return { text, pixels: surface.data() };
}

async function makePage(
  reader: PdfReader,
  sharp: typeof Sharp,
  document: Document,
  wanted: Wanted,
  outDir: string,
): Promise<PageFacts> {
  const { text, pixels } = await drawPage(reader, document, wanted);
  const raw = { width: wanted.width, height: wanted.height, channels: 4 as const };
  if (wanted.page === 1) {
    const cover = sharp(pixels, { raw }).removeAlpha().resize(COVER).webp(PAGE_WEBP);
    await cover.toFile(join(outDir, COVER_NAME));
  }
  const bytes: number[] = [];
  for (const across of PAGE_WIDTHS) {
    const { width, height } = pageAt(wanted, across);
    const picture = await sharp(pixels, { raw })
      .removeAlpha()
      .resize(width, height, { fit: 'fill' })
      .webp(PAGE_WEBP)
      .toBuffer();
    await writeFile(join(outDir, pageName(wanted.page, across)), picture);
    bytes.push(picture.length);
  }
  return { page: wanted.page, text, bytes };
}

/** Draws pages in every width into `outDir`, and reads their words. */
export async function makePages({ sourcePath, pages, outDir }: JobOf<'make-pages'>): Promise<PageFacts[]> {
  const reader = await loadPdfReader();
  const sharp = loadSharp();
  const document = await open(reader, sourcePath);
  const made: PageFacts[] = [];
  for (const wanted of pages) made.push(await makePage(reader, sharp, document, wanted, outDir));
  return made;
}
