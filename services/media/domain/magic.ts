/** True when the bytes at `at` are these. */
export const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte);

/** Bytes as the ASCII they are meant to be. */
export const asciiOf = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const uint32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

/** QuickTime files older than ISO base media start with one of these boxes instead of `ftyp`. */
const CLASSIC_QUICKTIME = new Set(['moov', 'mdat', 'wide', 'free', 'skip']);
const APPLE_SOUND = new Set(['M4A ', 'M4B ', 'M4P ']);
/** Brands of still pictures (ISO/IEC 23008-12, annex B): coded by AV1, or by HEVC. */
const AV1_STILLS = new Set(['avif', 'avis']);
const STILLS = new Set(['mif1', 'msf1', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const MOST_BRANDS = 64;

type IsoFormat = 'mp4' | 'mov' | 'm4a' | 'avif' | 'heic';

function brandsOf(head: Uint8Array, boxBytes: number): string[] {
  const end = Math.min(boxBytes, head.length, 16 + 4 * MOST_BRANDS);
  const compatible: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) compatible.push(asciiOf(head, at, 4));
  return [asciiOf(head, 8, 4), ...compatible];
}

/** Boxes of ISO base media and of QuickTime. A phone's photograph is of the same family as its video. */
export function sniffBoxes(head: Uint8Array): IsoFormat | undefined {
  const size = uint32(head, 0);
  // 0 (to the end) and 1 (64-bit size follows) are legal; 2..7 cannot hold the header itself.
  if (size > 1 && size < 8) return undefined;
  const type = asciiOf(head, 4, 4);
  if (type !== 'ftyp') return CLASSIC_QUICKTIME.has(type) ? 'mov' : undefined;
  const brands = brandsOf(head, size);
  const [major = ''] = brands;
  if (major === 'qt  ') return 'mov';
  if (APPLE_SOUND.has(major)) return 'm4a';
  if (AV1_STILLS.has(major)) return 'avif';
  if (!STILLS.has(major)) return 'mp4';
  return brands.some((brand) => AV1_STILLS.has(brand)) ? 'avif' : 'heic';
}

const EBML = [0x1a, 0x45, 0xdf, 0xa3];
/** EBML element id of DocType, which tells WebM from general Matroska (RFC 8794, 11.2.8). */
const DOC_TYPE_ID = [0x42, 0x82];

export function sniffEbml(head: Uint8Array): 'webm' | 'mkv' | undefined {
  if (!startsWith(head, EBML)) return undefined;
  const header = head.subarray(4, 80);
  const at = header.findIndex((_, i) => startsWith(header, DOC_TYPE_ID, i));
  if (at < 0) return undefined;
  const docType = asciiOf(header, at + 3, 8);
  if (docType.startsWith('webm')) return 'webm';
  return docType.startsWith('matroska') ? 'mkv' : undefined;
}

const RIFF_FORMS = { WAVE: 'wav', WEBP: 'webp', 'AVI ': 'avi' } as const;

export function sniffRiff(head: Uint8Array): 'wav' | 'webp' | 'avi' | undefined {
  if (asciiOf(head, 0, 4) !== 'RIFF') return undefined;
  return (RIFF_FORMS as Partial<Record<string, 'wav' | 'webp' | 'avi'>>)[asciiOf(head, 8, 4)];
}

const TS_SYNC = 0x47;
/** Bytes of a transport stream's packet; a camera's M2TS puts a time stamp of four before each. */
const TS_STRIDES = [
  { first: 0, stride: 188 },
  { first: 4, stride: 192 },
];
const TS_PACKETS = 5;

/** A transport stream has no header: a few packets in a row are what tells it from chance. */
export const sniffTransportStream = (head: Uint8Array): 'ts' | undefined => {
  const isStream = TS_STRIDES.some(({ first, stride }) => {
    const places = Array.from({ length: TS_PACKETS }, (_, n) => first + n * stride);
    return places.every((at) => head[at] === TS_SYNC);
  });
  return isStream ? 'ts' : undefined;
};

/** Kilobits per second of MPEG-1 layer III by index, and of MPEG-2 and 2.5 (ISO/IEC 11172-3, 13818-3). */
const RATES = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** Length of the layer III frame that begins at `at`, in bytes; undefined when none does. */
function mp3FrameBytes(head: Uint8Array, at: number): number | undefined {
  const [a = 0, b = 0, c = 0] = head.subarray(at, at + 3);
  const version = (b >> 3) & 3;
  const isLayer3 = a === 0xff && (b & 0xe0) === 0xe0 && version !== 1 && ((b >> 1) & 3) === 1;
  const rate = (version === 3 ? RATES.first : RATES.later)[c >> 4];
  const samples = SAMPLE_RATES[(c >> 2) & 3];
  if (!isLayer3 || !rate || !samples) return undefined;
  const divided = samples / ({ 3: 1, 2: 2 }[version] ?? 4);
  return Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / divided) + ((c >> 1) & 1);
}

/** Tagged, or two frames in a row: one sync word comes up in random bytes every few kilobytes. */
export function sniffMp3(head: Uint8Array): 'mp3' | undefined {
  if (asciiOf(head, 0, 3) === 'ID3') return 'mp3';
  const first = mp3FrameBytes(head, 0);
  return first !== undefined && mp3FrameBytes(head, first) !== undefined ? 'mp3' : undefined;
}
