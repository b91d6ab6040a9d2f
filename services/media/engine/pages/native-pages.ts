import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as CanvasModule from '@napi-rs/canvas';
import type * as PdfjsModule from 'pdfjs-dist/legacy/build/pdf.mjs';
import type Sharp from 'sharp';

type Canvas = typeof CanvasModule;
export type Pdfjs = typeof PdfjsModule;

// Found at run time, in a Lambda layer (NODE_PATH, which only CommonJS resolution honours) or in node_modules.
const find = createRequire(import.meta.url);

/** The only decoders that may open a stranger's picture; libvips has thirty. */
const PICTURE_LOADERS = ['JpegFile', 'PngFile', 'WebpFile', 'NsgifFile', 'HeifFile'];

/** Loads sharp with every decoder blocked but those of the formats that are taken. */
export function loadSharp(): typeof Sharp {
  const sharp: typeof Sharp = find('sharp');
  // One thread: libaom divides a picture by the threads it has, so more of them would change the bytes.
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: PICTURE_LOADERS.map((name) => `VipsForeignLoad${name}`) });
  return sharp;
}

export interface PdfReader {
  readonly pdfjs: Pdfjs;
  readonly canvas: Canvas;
  /** Options that name where its fonts, character maps and decoders lie, each ending in a separator. */
  readonly data: Readonly<Record<'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl' | 'iccUrl', string>>;
}

/** Loads pdf.js, which takes what browsers have from the canvas, so that must be there first. */
export async function loadPdfReader(): Promise<PdfReader> {
  const canvas: Canvas = find('@napi-rs/canvas');
  const { Path2D, DOMMatrix, ImageData } = canvas;
  Object.assign(globalThis, { Path2D, DOMMatrix, ImageData });
  const path = find.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const pdfjs: Pdfjs = await import(pathToFileURL(path).href);
  const folder = (name: string) => join(dirname(path), '..', '..', name) + sep;
  return {
    pdfjs,
    canvas,
    data: {
      cMapUrl: folder('cmaps'),
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      iccUrl: folder('iccs'),
    },
  };
}
