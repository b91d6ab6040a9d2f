import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from '../../api/api.ts';
import { session } from '../../session/session.ts';
import { countTasks } from '../home/task-counts.ts';
import { readFacts } from '../overview/overview-facts.ts';
import { putAway } from './put-away.ts';

type Listed = Extract<Awaited<ReturnType<typeof api.listMedia>>, { readonly ok: true }>;
const ASSETS = [
  { assetId: 'A', status: 'rejected' },
  { assetId: 'B', status: 'failed' },
  { assetId: 'C', status: 'transcoding' },
];
const OTHERS = ['listClassSummaries', 'listClasses', 'listCourses', 'listCampaigns', 'listReports'] as const;
const problem = { type: '/problems/forbidden', code: 'forbidden', title: '', status: 403 };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  session.set({ state: 'in', personId: 'W', roles: ['content-staff'] });
  vi.spyOn(api, 'listMedia').mockResolvedValue({ ok: true, status: 200, body: { assets: ASSETS } } as Listed);
  for (const name of OTHERS) vi.spyOn(api, name).mockResolvedValue({ ok: false, problem });
});
afterEach(() => {
  session.set({ state: 'out' });
  vi.unstubAllGlobals();
});

it('neither the home page nor the overview counts a file that its reader has put away', async () => {
  const counted = async () => {
    const counts = await countTasks(['/tai-len'], ['content-staff']);
    const { assets = [] } = (await readFacts()).body;
    return { home: counts.get('/tai-len'), overview: assets.map(({ assetId }) => assetId) };
  };
  const kind = 'recordings';
  expect(await counted()).toEqual({ home: { kind, working: 1, failed: 2 }, overview: ['A', 'B', 'C'] });
  putAway('X', 'B');
  putAway('W', 'A');
  expect(await counted()).toEqual({ home: { kind, working: 1, failed: 1 }, overview: ['B', 'C'] });
});
