import { expect, test } from 'vitest';
import { chunkRange } from '../domain/plan.ts';
import { planOf } from '../domain/test-plans.ts';
import { measuringArguments, soundArguments, videoArguments } from './cli-arguments.ts';

const plan = planOf({ picture: { display: { width: 640, height: 360 } }, startsAt: 1.5, endsAt: 62.5 });
const OUT = ['/scratch/360p/whole.mp4', '/scratch/240p/whole.mp4'];
const job = { type: 'video', plan, range: chunkRange(plan, 1), outPaths: OUT, sourceSize: 1 } as const;

const LISTS = [
  '-protocol_whitelist file -f mov -format_whitelist mov,mp4,m4a,3gp,3g2,mj2',
  '-codec_whitelist h264,hevc,vp8,vp9,av1,libdav1d,mpeg4,aac,mp3,mp3float,mp2,mp2float,ac3,opus,vorbis,flac,alac,pcm_s16le,pcm_s24le',
  '-probesize 5000000 -analyzeduration 5000000 -max_streams 64 -fflags +genpts',
  '-max_pixels 35389440 -i file:/scratch/source',
].join(' ');

const rung = (place: number, height: number, crf: number, kbps: number) =>
  [
    `-map [o${place}] -c:v libx264 -threads 1 -flags +cgop+bitexact -preset veryfast -profile main -crf ${crf}`,
    `-maxrate ${kbps}000 -bufsize ${2 * kbps}000 -g 128 -keyint_min 128 -sc_threshold 0 -bf 2`,
    '-x264-params open-gop=0:vbv-init=0.6 -fps_mode passthrough -enc_time_base 1/30 -video_track_timescale 30000',
    '-avoid_negative_ts disabled -use_editlist 0',
    '-movflags +frag_keyframe+empty_moov+default_base_moof+negative_cts_offsets+frag_discont+skip_trailer',
    `-map_metadata -1 -map_chapters -1 -fflags +bitexact -f mp4 file:/scratch/${height}p/whole.mp4`,
  ].join(' ');

test('one chunk is one decode, every encoder on one thread, and nothing but the listed may be opened', () => {
  const graph = [
    '[0:v:0]setpts=PTS-1.497917/TB,fps=fps=30/1:start_time=25.600000:round=near:eof_action=pass',
    'tpad=stop_mode=clone:stop_duration=0.5,trim=start=25.591667:end=51.191667,split=1[f0];[f0]scale=640:360:flags=bicubic',
    'setsar=1,format=yuv420p,split=2[o0][f1];[f1]scale=426:240:flags=bicubic,setsar=1,format=yuv420p,split=1[o1]',
  ].join(',');
  expect(videoArguments(job, '/scratch/source').join(' ')).toBe(
    [
      '-hide_banner -nostdin -nostats -y -v error -threads 1 -noautorotate',
      `-seek_timestamp 1 -noaccurate_seek -ss 26.600000 -copyts ${LISTS}`,
      `-filter_complex_threads 1 -filter_complex ${graph}`,
      rung(0, 360, 23, 700),
      rung(1, 240, 24, 350),
    ].join(' '),
  );
});

test.each(['http://127.0.0.1/film.mp4', 'concat:/etc/passwd|/etc/hosts', '-vf.mp4'])(
  '%s is a name like any other',
  (name) => {
    const files = videoArguments(job, name).filter((argument) => argument.includes(name));
    expect(files).toEqual([`file:${name}`]);
  },
);

test('the first chunk is read from the start', () => {
  const first = { ...job, range: chunkRange(plan, 0) };
  expect(videoArguments(first, '/scratch/source')).not.toContain('-ss');
});

test('sound is measured, brought to -16 LUFS by what was measured, and encoded twice', () => {
  const measuring = measuringArguments(plan, '/scratch/source', (channels) => `/loudness-${channels}`);
  expect(measuring.join(' ')).toContain(
    'asplit=1[m0];[m0]aformat=channel_layouts=mono,ebur128=metadata=1:framelog=verbose,' +
      'ametadata=mode=print:key=lavfi.r128.I:file=/loudness-1[o0] -map [o0] -f null -',
  );
  const text = soundArguments(plan, new Map([[1, -31.6]]), '/scratch/source', ['/a', '/b']).join(' ');
  expect(text).toContain(
    'volume=15.60dB:precision=double,alimiter=limit=0.794:level=false:latency=true,' +
      'aformat=sample_fmts=fltp,atrim=start_sample=1024',
  );
  expect(text.match(/-b:a \d+k/g)).toEqual(['-b:a 64k', '-b:a 48k']);
  expect(text).toContain('-hls_time 4.266667');
  expect(text).toContain(LISTS);
});
