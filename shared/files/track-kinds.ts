/** What runs in a recording, as far as its container says. */
export type TrackKinds = { readonly hasSound: boolean; readonly hasFilm: boolean };

/** The bytes as one letter each. */
export const lettersOf = (bytes: Uint8Array): string => {
  // The list of arguments of a call is bounded; heads are far below it.
  return String.fromCharCode(...bytes);
};

type Box = { readonly type: string; readonly content: Uint8Array };

/** Bytes before the content of a box: its size and type, and its size again in eight bytes where four are too few. */
const HEADER = 8;
const LONG_HEADER = 16;

/** The boxes of an ISO base media file (ISO 14496-12, 4.2), until one that breaks off. */
function* boxesIn(bytes: Uint8Array): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + LONG_HEADER <= bytes.length;
    const size = isLong ? Number(view.getBigUint64(at + HEADER)) : short || bytes.length - at;
    const header = isLong ? LONG_HEADER : HEADER;
    if (size < header) return;
    yield {
      type: lettersOf(bytes.subarray(at + 4, at + HEADER)),
      content: bytes.subarray(at + header, at + size),
    };
    at += size;
  }
}

const within = (bytes: Uint8Array, type: string): Uint8Array[] =>
  [...boxesIn(bytes)].filter((box) => box.type === type).map(({ content }) => content);

/** Of a track's handler: version and flags, a word that is not used, then what it handles (ISO 14496-12, 8.4.3). */
const HANDLED = [8, 12] as const;

/** Of MP4 and 3GP, whatever brand the phone has given it: recorders write sound under the brands of films. */
export function tracksOfMp4(bytes: Uint8Array): TrackKinds {
  const handled = within(bytes, 'moov')
    .flatMap((movie) => within(movie, 'trak'))
    .flatMap((track) => within(track, 'mdia'))
    .flatMap((media) => within(media, 'hdlr'))
    .map((handler) => lettersOf(handler.subarray(...HANDLED)));
  return { hasSound: handled.includes('soun'), hasFilm: handled.includes('vide') };
}

/** The tracks of a recording are described before its content; recorders need less than a tenth of this. */
const HEAD = 8192;

/** Of WebM: the names of codecs begin with A_ or V_ (RFC 9559, 5.1.4.1.21 CodecID, whose element id is 0x86). */
export function tracksOfWebm(bytes: Uint8Array): TrackKinds {
  const head = lettersOf(bytes.subarray(0, HEAD));
  return {
    hasSound: /\u0086[\u0080-\u00bf]A_[A-Z]/.test(head),
    hasFilm: /\u0086[\u0080-\u00bf]V_[A-Z]/.test(head),
  };
}
