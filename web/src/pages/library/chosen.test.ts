import { describe, expect, it } from 'vitest';
import { addressOf, choose, chosenIn } from './chosen.ts';

const queryOf = (address: string) => Object.fromEntries(new URL(address, 'https://x.vn').searchParams);

describe('what the library is narrowed to', () => {
  it('stands in the address and is read from it', () => {
    const chosen = { track: 'ai', kind: 'video', language: 'vi', audience: 'older' } as const;
    expect(chosenIn(queryOf(addressOf(chosen)))).toEqual(chosen);
    expect(addressOf({})).toBe('/thu-vien');
    expect(chosenIn({ 'chu-de': '', khac: 'x' })).toEqual({});
    expect(chosenIn({ 'chu-de': 'khong-co', tim: 'mật khẩu' })).toEqual({ q: 'mật khẩu' });
  });

  it('is of a track or of a competence, whichever was chosen last', () => {
    const ofTrack = choose({ competence: '4.2', kind: 'link' }, 'track', 'security');
    expect(ofTrack).toEqual({ track: 'security', kind: 'link' });
    expect(choose(ofTrack, 'competence', '1.1')).toEqual({ competence: '1.1', kind: 'link' });
    expect(choose(ofTrack, 'kind', 'video')).toEqual({ track: 'security', kind: 'video' });
    expect(choose(ofTrack, 'track', undefined)).toEqual({ kind: 'link' });
  });
});
