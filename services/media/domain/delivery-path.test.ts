import { expect, it } from 'vitest';
import { addressesOf, asideOf } from './delivery-path.ts';

it('a recording has a poster where there are pictures, and sound alone has none', () => {
  const playlist = '/media/A/h/master.m3u8';
  expect(addressesOf('A', 'h', {})).toEqual({ playlist });
  const poster = '/media/A/h/poster.jpg';
  expect(addressesOf('A', 'h', { storyboard: '/media/A/h/storyboard.vtt' })).toEqual({ playlist, poster });
  expect(asideOf(poster)).toBe('/media/A/h/unissued.jpg');
});
