import { expect, test } from 'vitest';
import { samplesArguments, stillArguments } from './cli-finish.ts';
import { listingArguments, readListing, remuxArguments } from './cli-remux.ts';
import { POSTER } from './stills.ts';
import { chooseStreams } from './stream-choice.ts';

const ALONE = ['-hide_banner -nostdin -nostats -y -v error -threads 1'];
const inputOf = (name: string, formats: string) =>
  [
    `-protocol_whitelist file -f ${name} -format_whitelist ${formats} -codec_whitelist h264,hevc,vp8,vp9,av1,libdav1d,mpeg4`,
    'aac,mp3,mp3float,mp2,mp2float,ac3,opus,vorbis,flac,alac,pcm_s16le,pcm_s24le -probesize 5000000 -analyzeduration 5000000 -max_streams 64 -fflags +genpts -max_pixels 35389440 -i file:/scratch/source',
  ].join(',');
const STREAM = inputOf('mpegts', 'mpegts');
const SEGMENTS = inputOf('mov', 'mov,mp4,m4a,3gp,3g2,mj2');
const NOTHING_ELSE = '-map_metadata -1 -map_chapters -1 -fflags +bitexact';

test('pictures and sounds are listed, cover art apart, and of two the chosen are copied', () => {
  expect(listingArguments('mpegts', '/scratch/source').join(' ')).toBe(
    `${ALONE} ${STREAM} -map 0:V? -map 0:a? -c copy -t 0 -f framecrc pipe:1`,
  );
  const streams = [{ role: 'video', place: 0 } as const, { role: 'audio', place: 1 } as const];
  expect(remuxArguments('mpegts', streams, '/scratch/source', '/out.mkv').join(' ')).toBe(
    `${ALONE} -copyts ${STREAM} -map 0:V:0 -map 0:a:1 -c copy -copyinkf ${NOTHING_ELSE} -f matroska file:/out.mkv`,
  );
});

test('a still is one picture of key frames alone, and samples come through a pipe', () => {
  expect(stillArguments(POSTER, '/scratch/source', '/poster.jpg').join(' ')).toBe(
    `${ALONE} -skip_frame nokey ${SEGMENTS} -filter_complex_threads 1 -filter_complex [0:v:0]${POSTER.filters}[o0] ` +
      `-map [o0] -frames:v 1 -c:v mjpeg -qmin 4 -qmax 4 -threads 1 -flags +bitexact ${NOTHING_ELSE} -f mjpeg file:/poster.jpg`,
  );
  expect(samplesArguments('/scratch/source').join(' ')).toBe(
    `${ALONE} ${SEGMENTS} -filter_complex [0:a:0]aformat=sample_fmts=s16:channel_layouts=mono[o0] -map [o0] ` +
      `-c:a pcm_s16le ${NOTHING_ELSE} -f s16le pipe:1`,
  );
});

/** As FFmpeg 5.1 prints it of a film with two sounds. */
const LISTING = `#extradata 0:       35, 0x990b09a8
#software: Lavf59.27.100
#tb 0: 1/90000
#media_type 0: video
#codec_id 0: h264
#dimensions 0: 320x180
#sar 0: 0/1
#tb 1: 1/90000
#media_type 1: audio
#codec_id 1: eac3
#sample_rate 1: 48000
#tb 2: 1/90000
#media_type 2: audio
#codec_id 2: aac
#sample_rate 2: 44100
#channel_layout_name 2: mono
0,      -5280,       1920,     3600,     3359, 0xb97d2340, S=1,        1
`;

test('what the program lists is what there is to choose from', () => {
  const picture = { role: 'video', codec: 'h264', extent: 57_600, place: 0 };
  const sound = { role: 'audio', codec: 'aac', extent: 44_100, place: 1 };
  const other = { role: 'audio', codec: 'eac3', extent: 48_000, place: 0 };
  expect(readListing(LISTING)).toEqual([picture, other, sound]);
  expect(chooseStreams(readListing(LISTING))).toEqual([picture, sound]);
  const chosenOf = (was: string, is: string) => chooseStreams(readListing(LISTING.replace(was, is)));
  expect(chosenOf('320x180', '12000x12000')).toBe('TOO_LARGE');
  expect(chosenOf('h264', 'none')).toBe('CODEC');
  expect(chosenOf('2: aac', '2: dts')).toBe('CODEC');
  expect(chooseStreams(readListing(''))).toBe('NO_VIDEO');
});
