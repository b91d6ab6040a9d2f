import { expect, it } from 'vitest';
import {
  captionListPath,
  captionPath,
  captionPlaylist,
  masterPath,
  masterWithCaptions,
  withTrack,
} from './captions.ts';

const BASE = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Tiếng Việt",URI="audio/index.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=400000,AUDIO="audio"
240p/index.m3u8
`;
const track = (language: string, text = 'WEBVTT') => ({
  ...{ language, version: 1, cues: 2, at: '2026-11-23T02:00:00.000Z' },
  path: captionPath('A', language, text),
});

it('names a track by its content, so that a name never holds anything else', () => {
  expect(track('vi').path).toMatch(/^\/media\/A\/captions\/vi-[0-9a-f]{16}\.vtt$/);
  expect(track('vi').path).toBe(track('vi').path);
  expect(track('vi', 'WEBVTT\n').path).not.toBe(track('vi').path);
});

it('adds a line for each track and its group to each picture, and leaves the rest as it is', () => {
  const tracks = [track('en'), track('vi')];
  const text = masterWithCaptions(BASE, tracks, (language) => `Tên ${language}`);
  expect(text.match(/TYPE=SUBTITLES/g)).toHaveLength(2);
  expect(text).toContain('NAME="Tên vi",LANGUAGE="vi"');
  expect(text).toContain(
    `URI="../captions/${captionListPath(tracks[1]?.path ?? '')
      .split('/')
      .at(-1)}"`,
  );
  expect(text).toContain('AUDIO="audio",SUBTITLES="captions"\n240p/index.m3u8');
  expect(text.indexOf('TYPE=SUBTITLES')).toBeLessThan(text.indexOf('STREAM-INF'));
  expect(masterWithCaptions(BASE, [], String)).toBe(BASE);
  expect(masterPath('/media/A/plan/master.m3u8', text)).toMatch(
    /^\/media\/A\/plan\/master-[0-9a-f]{16}\.m3u8$/,
  );
});

it('the playlist of a track is one segment as long as the recording', () => {
  const text = captionPlaylist('/media/A/captions/vi-0.vtt', 63.2);
  expect(text).toContain('#EXT-X-TARGETDURATION:64\n');
  expect(text).toContain('#EXTINF:63.200,\nvi-0.vtt\n#EXT-X-ENDLIST');
});

it('has one track of a language, in the order of languages', () => {
  const tracks = withTrack(withTrack(withTrack([], track('vi')), track('en')), {
    ...track('vi'),
    version: 2,
  });
  expect(tracks.map(({ language, version }) => [language, version])).toEqual([
    ['en', 1],
    ['vi', 2],
  ]);
});
