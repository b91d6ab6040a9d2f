import { expect, test } from 'vitest';
import { masterPlaylist, mediaPlaylist, soundMasterPlaylist, type VariantFacts } from './playlists.ts';

test('a media playlist lists its segments with their exact durations', () => {
  expect(mediaPlaylist([4, 4.004, 1.5])).toBe(
    [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      '#EXT-X-TARGETDURATION:4',
      '#EXT-X-PLAYLIST-TYPE:VOD',
      '#EXT-X-INDEPENDENT-SEGMENTS',
      '#EXT-X-MAP:URI="init.mp4"',
      '#EXTINF:4.000000,',
      'seg00000.m4s',
      '#EXTINF:4.004000,',
      'seg00001.m4s',
      '#EXTINF:1.500000,',
      'seg00002.m4s',
      '#EXT-X-ENDLIST',
      '',
    ].join('\n'),
  );
});

const LARGE: VariantFacts = {
  rung: { name: '480p', width: 854, height: 480 },
  peakBitsPerSecond: 1_200_000.4,
  meanBitsPerSecond: 400_000,
  codec: 'avc1.64001e',
};
const SMALL: VariantFacts = {
  rung: { name: '240p', width: 426, height: 240 },
  peakBitsPerSecond: 300_000,
  meanBitsPerSecond: 100_000,
  codec: 'avc1.4d4015',
};

const AUDIO = {
  ...{ folder: 'audio', channels: 1, language: 'vi', name: 'Tiếng Việt' },
  ...{ codec: 'mp4a.40.2', peakBitsPerSecond: 64_000, meanBitsPerSecond: 60_000 },
};
const ALONE = {
  folder: 'audio-48k',
  codec: 'mp4a.40.2',
  peakBitsPerSecond: 48_000,
  meanBitsPerSecond: 47_000,
};

test('a master playlist starts with the smallest picture, counts the sound into each and ends with the sound alone', () => {
  const text = masterPlaylist([LARGE, SMALL], { numerator: 30_000, denominator: 1001 }, AUDIO, ALONE);
  expect(text.split('\n').slice(2)).toEqual([
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Tiếng Việt",LANGUAGE="vi",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",URI="audio/index.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=364000,AVERAGE-BANDWIDTH=160000,CODECS="avc1.4d4015,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=29.970,AUDIO="audio"',
    '240p/index.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=1264001,AVERAGE-BANDWIDTH=460000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=854x480,FRAME-RATE=29.970,AUDIO="audio"',
    '480p/index.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=48000,AVERAGE-BANDWIDTH=47000,CODECS="mp4a.40.2"',
    'audio-48k/index.m3u8',
    '',
  ]);
});

test('a silent lecture mentions no sound', () => {
  const text = masterPlaylist([SMALL], { numerator: 25, denominator: 1 });
  expect(text).not.toMatch(/AUDIO|mp4a/);
  expect(text).toContain('BANDWIDTH=300000,AVERAGE-BANDWIDTH=100000,CODECS="avc1.4d4015"');
});

test('a lesson to listen to starts with its best sound', () => {
  const text = soundMasterPlaylist([ALONE, AUDIO]);
  expect(text.match(/^audio.*/gm)).toEqual(['audio/index.m3u8', 'audio-48k/index.m3u8']);
  expect(text).not.toContain('EXT-X-MEDIA');
});
