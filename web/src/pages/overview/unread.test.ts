import { expect, it } from 'vitest';
import { unreadOf } from './unread.ts';

const came = { ok: true } as const;
const refused = (status: number) => ({
  ok: false as const,
  problem: { type: '/problems/refused', code: 'refused', title: '', status },
});
const all = { classes: [came, came], courses: [came], media: [came], campaigns: [came], reports: [came] };

it('names what did not come, and is silent about what an account may not read', () => {
  expect(unreadOf(all)).toEqual([]);
  expect(unreadOf({ ...all, classes: [came, refused(503)], media: [refused(0)] })).toEqual([
    'classes',
    'media',
  ]);
  expect(unreadOf({ ...all, campaigns: [refused(403)] })).toEqual([]);
});
