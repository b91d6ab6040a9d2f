import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import {
  IMAGE_FORMATS,
  type ImageFacts,
  type ImageFormat,
  imageName,
  MAX_PICTURE_PIXELS,
} from '../../domain/image-plan.ts';
import type { SizeFacts } from '../../domain/paper-presentation.ts';
import { accept, reject, type Verdict } from '../../domain/rejection.ts';
import { loadSharp } from './native-pages.ts';
import type { JobOf } from './pages-job.ts';

const TRIAL_SIDE = 16;
/** A picture cut short is shown half grey by most decoders; here it is refused. */
const STRICT = { failOn: 'truncated', limitInputPixels: MAX_PICTURE_PIXELS, sequentialRead: true } as const;

/** libvips tells in words only. */
const TOO_LARGE = /exceeds (the )?pixel limit/i;
/** A decoder that is blocked, and one that this build does not have (HEVC in HEIC). */
const NO_DECODER =
  /unsupported image format|operation is blocked|no decoding plugin|Unsupported (codec|feature)/i;

/** The upright size and how many frames there are, once it was decoded whole: what is cut short is found here. */
export async function readPicture({ sourcePath }: JobOf<'read-picture'>): Promise<Verdict<ImageFacts>> {
  const sharp = loadSharp();
  try {
    const { autoOrient, pages = 1 } = await sharp(sourcePath, STRICT).metadata();
    await sharp(sourcePath, STRICT).resize(TRIAL_SIDE, TRIAL_SIDE, { fit: 'inside' }).raw().toBuffer();
    return accept({ ...autoOrient, frames: pages });
  } catch (error) {
    const { message } = error as Error;
    if (TOO_LARGE.test(message)) return reject('TOO_LARGE');
    return reject(NO_DECODER.test(message) ? 'CODEC' : 'DAMAGED');
  }
}

const encoders: Readonly<Record<ImageFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 50, effort: 4 }),
  webp: (picture) => picture.webp({ quality: 75, effort: 4, smartSubsample: true }),
  jpg: (picture) => picture.jpeg({ quality: 78, mozjpeg: true }),
};

/**
 * Every size in every format: upright, in sRGB, without a word of what the camera noted (sharp keeps nothing unless
 * asked). What was see-through becomes white, because nobody knows what it would be laid on.
 */
export async function makeSizes({ sourcePath, sizes, outDir }: JobOf<'make-sizes'>): Promise<SizeFacts[]> {
  const sharp = loadSharp();
  const made: SizeFacts[] = [];
  for (const { width, height } of sizes) {
    const picture = sharp(sourcePath, STRICT)
      .autoOrient()
      .resize(width, height, { fit: 'fill' })
      .flatten({ background: '#fff' });
    const bytes = { avif: 0, webp: 0, jpg: 0 };
    for (const format of IMAGE_FORMATS) {
      const file = await encoders[format](picture.clone()).toBuffer();
      await writeFile(join(outDir, imageName(width, format)), file);
      bytes[format] = file.length;
    }
    made.push({ width, height, bytes });
  }
  return made;
}
