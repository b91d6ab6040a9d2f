import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchFiles, removeFiles } from './fetch-files.ts';

const FILE = '/media/A/x/lesson.mp4';
const BYTES = 4_500_000;
const whole = Uint8Array.from({ length: BYTES }, (_, at) => at % 251);

const line = { asked: [] as string[], breaksAt: undefined as number | undefined };
const kept = new Map<string, Response>();

vi.mock('../media-pass/fetch-media.ts', () => ({
  fetchMedia: async (_: string, { headers }: { headers: { range: string } }) => {
    const [from = 0, to = 0] = (headers.range.match(/\d+/g) ?? []).map(Number);
    if (line.breaksAt === from) throw new TypeError('Failed to fetch');
    line.asked.push(headers.range);
    const body = whole.slice(from, to + 1);
    return new Response(body, {
      status: 206,
      headers: {
        'content-type': 'video/mp4',
        'content-range': `bytes ${from}-${from + body.length - 1}/${BYTES}`,
      },
    });
  },
}));

const pathOf = (address: string) => address.split('?')[0];
const cache = {
  match: async (address: string) => kept.get(address)?.clone(),
  put: async (address: string, answer: Response) => void kept.set(address, answer),
  delete: async (request: string | { url: string }) =>
    kept.delete(typeof request === 'string' ? request : request.url.replace('https://x', '')),
  keys: async (address: string) =>
    [...kept.keys()].filter((key) => pathOf(key) === address).map((key) => ({ url: `https://x${key}` })),
};

beforeEach(() => {
  vi.stubGlobal('caches', { open: async () => cache });
  kept.clear();
  Object.assign(line, { asked: [], breaksAt: undefined });
});
afterEach(() => vi.unstubAllGlobals());

const fetchIt = async (): Promise<number> => {
  let told = 0;
  await fetchFiles([FILE], new AbortController().signal, async (bytes) => {
    told += bytes;
  });
  return told;
};

it('a large file comes by the piece, and a line that breaks costs one of them', async () => {
  line.breaksAt = 4_000_000;
  await expect(fetchIt()).rejects.toThrow('Failed to fetch');
  expect(line.asked).toEqual(['bytes=0-1999999', 'bytes=2000000-3999999']);
  line.breaksAt = undefined;
  expect(await fetchIt()).toBe(BYTES);
  expect(line.asked.slice(2)).toEqual(['bytes=4000000-5999999']);
  expect([...kept.keys()]).toEqual([FILE]);
  const bytes = new Uint8Array((await kept.get(FILE)?.arrayBuffer()) ?? []);
  expect(Buffer.compare(bytes, whole)).toBe(0);
});

it('what was fetched of a file that is not wanted any more goes with it', async () => {
  line.breaksAt = 2_000_000;
  await expect(fetchIt()).rejects.toThrow();
  await removeFiles([FILE]);
  expect(kept.size).toBe(0);
});
