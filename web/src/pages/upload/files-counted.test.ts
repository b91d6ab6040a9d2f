import { afterEach, expect, it, vi } from 'vitest';
import { countTasks } from '../home/task-counts.ts';
import { readFacts } from '../overview/overview-facts.ts';
import { putAway } from './put-away.ts';

const ASSETS = [
  { assetId: 'A', status: 'rejected' },
  { assetId: 'B', status: 'failed' },
  { assetId: 'C', status: 'transcoding' },
];

vi.mock('../../session/session.ts', () => ({ currentPersonId: () => 'W' }));
vi.mock('../../api/api.ts', () => {
  const listMedia = async () => ({ ok: true, body: { assets: ASSETS } });
  const nothing = async () => ({ ok: false, problem: { status: 403, code: 'forbidden' } });
  return { api: new Proxy({ listMedia }, { get: (routes, name) => Reflect.get(routes, name) ?? nothing }) };
});

afterEach(() => vi.unstubAllGlobals());

it('neither the home page nor the overview counts a file that its reader has put away', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
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
