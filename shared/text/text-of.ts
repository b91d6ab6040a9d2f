const UTF_16_LITTLE = [0xff, 0xfe];
const UTF_16_BIG = [0xfe, 0xff];

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const encodingOf = (bytes: Uint8Array): string => {
  if (begins(bytes, UTF_16_LITTLE)) return 'utf-16le';
  return begins(bytes, UTF_16_BIG) ? 'utf-16be' : 'utf-8';
};

/**
 * The text of a file: UTF-8, or the UTF-16 that Notepad calls "Unicode". Undefined for the encodings of before,
 * whose Vietnamese letters would be lost. Letters are composed, so that equal texts are equal.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text.normalize('NFC');
  } catch {
    return undefined;
  }
}
