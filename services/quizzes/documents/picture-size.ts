import { imageSize } from 'image-size';

type Size = { readonly width: number; readonly height: number };

/** Kinds of pictures that Word shows. */
const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const;
export const pictureType = (mediaType: string): (typeof TYPES)[keyof typeof TYPES] | undefined =>
  TYPES[mediaType as keyof typeof TYPES];

/** Width and height as the file has them; undefined for a broken one. Pixels. */
export function sizeOf(bytes: Uint8Array): Size | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return undefined;
  }
}

/** The size that fits into `most` without being stretched or enlarged. */
export function fitted({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
