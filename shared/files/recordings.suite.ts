/** Bytes of one letter each. */
export const bytesOf = (letters: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

const word = (n: number): string =>
  String.fromCharCode((n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
const box = (type: string, content: string): string => `${word(content.length + 8)}${type}${content}`;
const track = (handled: string): string =>
  box('trak', box('tkhd', '\0'.repeat(84)) + box('mdia', box('hdlr', `${'\0'.repeat(8)}${handled}\0\0\0\0`)));

/** As phones write it: the brand, what was recorded, and only then what it is. */
export const mp4 = (brand: string, ...handled: readonly string[]): Uint8Array<ArrayBuffer> =>
  bytesOf(
    box('ftyp', `${brand}\0\0\0\0isom`) +
      box('mdat', 'moov trak vide '.repeat(20)) +
      box('moov', box('mvhd', '\0'.repeat(100)) + handled.map(track).join('')),
  );

/** As MediaRecorder writes it: a segment of unknown length whose tracks name their codecs. */
export const webm = (...codecs: readonly string[]): Uint8Array<ArrayBuffer> =>
  bytesOf(
    `\x1aE\u00df\u00a3\u009fB\u0086\u0081\x01B\u0082\u0084webm\x18S\u0080g\x01${'\u00ff'.repeat(7)}` +
      codecs
        .map((codec) => `\u00ae\u0090\u0086${String.fromCharCode(0x80 + codec.length)}${codec}`)
        .join('') +
      `\x1fC\u00b6u\x01${'\u00ff'.repeat(7)}${'V_VP8'.repeat(20)}`,
  );

/** What the recorders of phones and browsers write when they record sound, by what it is to be taken for. */
export const SOUNDS: readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[] = [
  ['an iPhone', 'audio/mp4', mp4('M4A ', 'soun')],
  ['Android, brand mp42', 'audio/mp4', mp4('mp42', 'soun')],
  ['Android, brand isom', 'audio/mp4', mp4('isom', 'soun', 'meta')],
  ['Android, brand 3gp4', 'audio/mp4', mp4('3gp4', 'soun')],
  ['Chrome', 'audio/webm', webm('A_OPUS')],
  ['an older Android, ADTS', 'audio/aac', bytesOf('\u00ff\u00f1\x50\u0080\x2e\x7f\u00fc')],
  ['an older phone, AMR', 'audio/amr', bytesOf('#!AMR\n\x3c')],
  ['an older phone, AMR wide', 'audio/amr', bytesOf('#!AMR-WB\n\x3c')],
  ['Firefox', 'audio/ogg', bytesOf('OggS\0\x02')],
];
