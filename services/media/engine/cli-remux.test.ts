import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { samplesArguments, stillArguments } from './cli-finish.ts';
import { faultOf, listingArguments, lookByCli, readListing, remuxArguments } from './cli-remux.ts';
import { childPath } from './engine.suite.ts';
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

test('a stream that does not tell what it is keeps no other out, and alone is of no use', () => {
  const [picture, , sound] = readListing(LISTING);
  const untold = { role: 'audio', codec: '', extent: 0, place: 0 } as const;
  if (!picture || !sound) return expect.fail('nothing listed');
  expect(chooseStreams([picture, untold, sound])).toEqual([picture, sound]);
  expect(chooseStreams([picture, { ...sound, extent: 0 }, sound])).toEqual([picture, sound]);
  expect(chooseStreams([picture, untold])).toBe('CODEC');
});

const UNSET = `[framecrc @ 0x5632] sample rate not set
Could not write header for output file #0 (incorrect codec parameters ?): Invalid argument
Error initializing output stream 0:2 -- `;

/** As FFmpeg 5.1 and, where it says it otherwise, 7.1 print them. */
test.each([
  ['CODEC', UNSET],
  ['NO_VIDEO', 'Output file #0 does not contain any stream'],
  ['NO_INDEX', "file:/a's: b/source: Invalid data found when processing input"],
  ['NO_INDEX', '[matroska,webm @ 0x55] File ended prematurely at pos. 50\nfile:/scratch/source: End of file'],
  ['NO_INDEX', 'file:/scratch/source: Input/output error'],
  ['NO_INDEX', 'file:/scratch/source: Not yet implemented in FFmpeg, patches welcome'],
  ['NO_INDEX', 'file:/scratch/source: could not find codec parameters'],
  [
    'NO_INDEX',
    '[in#0 @ 0x55] Error opening input: Invalid data found when processing input\nError opening input file x.',
  ],
  ['NO_INDEX', 'Number of streams exceeds max_streams parameter (64)\nfile:/source: Cannot allocate memory'],
  [
    undefined,
    'ffmpeg: error while loading shared libraries: libwebp.so.7: failed to map segment from shared object',
  ],
  [undefined, "Unknown input format: 'matroska'"],
  [undefined, "Unrecognized option 'max_streams'.\nError splitting the argument list: Option not found"],
  [undefined, 'file:/scratch/source: Cannot allocate memory'],
  [undefined, 'file:/scratch/source: No such file or directory'],
  [undefined, ''],
])('a file is %s where the program says: %s', (code, said) => {
  expect(faultOf(`1 ${said}\n`)).toBe(code);
});

const folder = mkdtempSync(join(tmpdir(), 'cli-remux-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is told of a file by a program that does no more than the shell's words say. */
function lookBy(script: string) {
  const ffmpegPath = join(folder, 'program');
  writeFileSync(ffmpegPath, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const options = { ffmpegPath, childPath, nodePath: undefined, timeoutMs: 60_000, maxRssBytes: 1e9 };
  return lookByCli('mpegts', '/scratch/source', options);
}

/** Answers for streams, of which the second sound does not tell what it is, as the program does. */
const broadcast = (sound: string) => `case "$*" in
  *0:V:0*) printf '#media_type 0: video\\n#codec_id 0: h264\\n#dimensions 0: 320x180\\n' ;;
  *0:a:0*) printf '#media_type 0: audio\\n#codec_id 0: ${sound}\\n#sample_rate 0: 44100\\n' ;;
  *0:V[?]*|*0:a:1*) echo 'sample rate not set' >&2; exit 1 ;;
  *) echo 'Output file #0 does not contain any stream' >&2; exit 1 ;;
esac`;

test('where the streams of a file cannot be listed together they are one by one', async () => {
  expect(await lookBy(broadcast('aac'))).toEqual({ ok: true, value: {} });
  expect(await lookBy(broadcast('eac3'))).toEqual({ ok: true, value: { refusal: 'CODEC' } });
});

test('a program that does not run is no fault of the file', async () => {
  const outcome = await lookBy('echo "error while loading shared libraries" >&2; exit 127');
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'ENGINE' } });
});
