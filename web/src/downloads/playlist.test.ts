import { expect, it } from 'vitest';
import { downloadedSource, filesOf, narrowMaster, playlistsOf } from './playlist.ts';

const AT = '/media/01K/abc/master.m3u8';
const MASTER = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Tiếng Việt",URI="audio/index.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=400000,AUDIO="audio"
240p/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=1300000,AUDIO="audio"
480p/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=50000
audio-48k/index.m3u8
`;
const PLAYLIST = `#EXTM3U
#EXT-X-MAP:URI="init.mp4"
#EXTINF:4.000000,
seg00000.m4s
#EXTINF:2.000000,
seg00001.m4s
#EXT-X-ENDLIST
`;

it('a downloaded master names one variant and the sound, and nothing that was left on the server', () => {
  const text = narrowMaster(MASTER, '240p');
  expect(text).toContain('240p/index.m3u8');
  expect(text).toContain('audio/index.m3u8');
  expect(text).not.toContain('480p');
  expect(text.match(/STREAM-INF/g)).toHaveLength(1);
});

it('a downloaded master names no captions: the page has them as files', () => {
  const named = MASTER.replace(
    '#EXT-X-STREAM-INF',
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",URI="../captions/vi-0.m3u8"\n#EXT-X-STREAM-INF',
  ).replaceAll('AUDIO="audio"\n', 'AUDIO="audio",SUBTITLES="captions"\n');
  expect(narrowMaster(named, '240p')).toBe(narrowMaster(MASTER, '240p'));
  expect(playlistsOf(AT, named, '240p')).toHaveLength(2);
});

it('a rendition needs its own playlist and that of the sound; sound alone needs one', () => {
  expect(playlistsOf(AT, MASTER, '480p')).toEqual([
    '/media/01K/abc/480p/index.m3u8',
    '/media/01K/abc/audio/index.m3u8',
  ]);
  expect(playlistsOf(AT, MASTER, 'audio')).toEqual(['/media/01K/abc/audio/index.m3u8']);
  expect(playlistsOf(AT, MASTER, 'audio-48k')).toEqual(['/media/01K/abc/audio-48k/index.m3u8']);
  expect(playlistsOf(AT, MASTER.replace(/#EXT-X-MEDIA.*\n/, ''), '240p')).toHaveLength(1);
});

it('a playlist is its beginning and its segments, beside it', () => {
  expect(filesOf('/media/01K/abc/240p/index.m3u8', PLAYLIST)).toEqual([
    '/media/01K/abc/240p/init.mp4',
    '/media/01K/abc/240p/seg00000.m4s',
    '/media/01K/abc/240p/seg00001.m4s',
  ]);
});

it('what was downloaded is played from an address of its own', () => {
  expect(downloadedSource(AT, '240p')).toBe('/media/01K/abc/master.m3u8?giu=240p');
  expect(downloadedSource(AT, 'audio')).toBe('/media/01K/abc/audio/index.m3u8');
  expect(downloadedSource(AT, 'audio-48k')).toBe('/media/01K/abc/audio-48k/index.m3u8');
});
