import { createHash, randomInt } from 'node:crypto';
import { drawTvCode, type TvCode } from './domain/tv-code.ts';

/** Digits for a television, and the digest by which others may know them. */
export function drawnTvCode(): Pick<TvCode, 'code' | 'codeDigest'> {
  const code = drawTvCode((below) => randomInt(below));
  return { code, codeDigest: createHash('sha256').update(code).digest('hex') };
}
