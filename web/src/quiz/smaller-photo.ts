const LONGEST_SIDE = 2200;
const QUALITY = 0.85;

/** The size in which an upright photo of that width and height is drawn. */
export const drawnSize = (
  width: number,
  height: number,
): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

/** The size of a photo as it is seen, which browsers tell from the head of the file, without decoding the rest. */
const sizeOf = async (file: Blob): Promise<{ readonly width: number; readonly height: number }> => {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = address;
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(address);
  }
};

/**
 * A large photo as a smaller JPEG, upright, without the place and the phone that were noted in it. What the browser cannot
 * draw stays as it is. It is decoded in the size that is needed: the 200 MB of a photo of 50 megapixels would end the page
 * on a cheap phone.
 */
export const smallerPhoto = async (file: Blob): Promise<Blob> => {
  try {
    const { width, height } = await sizeOf(file).then((seen) => drawnSize(seen.width, seen.height));
    const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image', ...options });
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(drawn, 0, 0);
    drawn.close();
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
};
