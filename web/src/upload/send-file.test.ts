import { describe, expect, it } from 'vitest';
import type { Problem } from '../api/types.ts';
import { Lanes } from './lanes.ts';
import { StoreRefusal } from './put-file.ts';
import type { Part } from './schedule.ts';
import { type Asset, pauseBeforeTry, type SendTools, STORE_REFUSES, sendFile } from './send-file.ts';

const PART = 8;
const file = new Blob(['x'.repeat(40)]);
const problem = (code: string, status: number): Problem => ({
  type: `/problems/${code}`,
  code,
  title: '',
  status,
});
const refusal = (code: string, status: number) => ({ ok: false as const, problem: problem(code, status) });
const assetOf = (status: Asset['status']) => ({ assetId: 'A', status }) as Asset;

/** A service and a store of 5 parts; `loses` names the parts that break, once for each time it names them. */
const world = ({
  loses = [],
  announce,
  refuses,
}: {
  loses?: number[];
  announce?: readonly Problem[];
  /** The status of the store's answer instead of a broken line. */
  refuses?: number;
} = {}) => {
  const has = new Map<number, string>();
  const puts: number[] = [];
  const left = [...loses];
  const refusals = [...(announce ?? [])];
  const calls: string[] = [];
  const missing = (): readonly Part[] =>
    [1, 2, 3, 4, 5]
      .filter((no) => !has.has(no))
      .map((no) => ({ partNumber: no, url: String(no), fromByte: (no - 1) * PART, toByte: no * PART }));
  const answers = {
    requestUpload: async () => {
      calls.push('announce');
      const refused = refusals.shift();
      if (refused) return { ok: false, problem: refused };
      return { ok: true, status: 201, body: { asset: assetOf('awaiting-upload'), parts: missing() } };
    },
    renewUpload: async () => {
      calls.push('renew');
      return { ok: true, status: 200, body: { parts: missing(), done: [...has.keys()] } };
    },
    completeUpload: async ({ body }: { body: { parts: readonly { partNumber: number }[] } }) => {
      calls.push(`join ${body.parts.map(({ partNumber }) => partNumber)}`);
      return missing().length > 0 ? refusal('parts-do-not-fit', 409) : { ok: true, status: 202, body: {} };
    },
  };
  const put = async (url: string): Promise<string> => {
    const no = Number(url);
    puts.push(no);
    const at = left.indexOf(no);
    if (at !== -1) {
      left.splice(at, 1);
      throw refuses ? new StoreRefusal(refuses) : new Error('broke');
    }
    has.set(no, `etag-${no}`);
    return `etag-${no}`;
  };
  const tools = { api: answers, lanes: new Lanes(put), pause: async () => undefined } as unknown as SendTools;
  return { tools, calls, puts, has, answers };
};

const run = (tools: SendTools, more: { assetId?: string; signal?: AbortSignal; file?: Blob } = {}) => {
  const phases: string[] = [];
  const sent: number[] = [];
  const end = sendFile(tools, {
    id: 'a',
    file,
    signal: new AbortController().signal,
    announcement: { key: 'k'.repeat(32), body: { title: 'x', fileName: 'x.mp4', bytes: 40 } },
    told: {
      announced: () => undefined,
      phase: (phase) => phases.push(phase),
      sent: (bytes) => sent.push(bytes),
    },
    ...more,
  });
  return { end, phases, sent };
};

describe('sending a file', () => {
  it('announces it, sends its parts and joins them', async () => {
    const { tools, calls, puts } = world();
    const { end, sent, phases } = run(tools);
    expect(await end).toEqual({ kind: 'sent' });
    expect(calls).toEqual(['announce', 'join 1,2,3,4,5']);
    expect(puts).toEqual([1, 2, 3, 4, 5]);
    expect(sent.at(-1)).toBe(40);
    expect(phases).toEqual(['sending', 'joining']);
  });

  it('goes on by itself after a break, with exactly the parts that are missing', async () => {
    const { tools, calls, puts } = world({ loses: [2, 4] });
    const { end, phases } = run(tools);
    expect(await end).toEqual({ kind: 'sent' });
    expect(puts.toSorted()).toEqual([1, 2, 2, 3, 4, 4, 5]);
    expect(calls.slice(0, 2)).toEqual(['announce', 'renew']);
    expect(phases).toContain('retrying');
  });

  it('goes on after a closed tab with what the service misses, and counts what has arrived before', async () => {
    const { tools, puts, has, calls } = world();
    for (const no of [1, 2, 3]) has.set(no, 'before');
    const { end, sent } = run(tools, { assetId: 'A' });
    expect(await end).toEqual({ kind: 'sent' });
    expect(puts).toEqual([4, 5]);
    expect(sent[0]).toBe(24);
    expect(calls).toEqual(['renew', 'join 4,5']);
  });

  it('counts what has arrived also behind what is missing, and asks for nothing twice', async () => {
    const { tools, puts, has, calls } = world();
    for (const no of [1, 4, 5]) has.set(no, 'before');
    const { end, sent } = run(tools, { assetId: 'A' });
    expect(await end).toEqual({ kind: 'sent' });
    expect(puts).toEqual([2, 3]);
    expect(sent[0]).toBe(24);
    expect(calls).toEqual(['renew', 'join 2,3']);
  });

  it('says that a store or a service has no time, which is another thing than no line', async () => {
    const store = run(world({ loses: [2], refuses: 503 }).tools);
    expect(await store.end).toEqual({ kind: 'sent' });
    expect(store.phases).toEqual(['sending', 'busy', 'sending', 'joining']);
    const service = run(world({ announce: [problem('busy', 503)] }).tools);
    expect(await service.end).toEqual({ kind: 'sent' });
    expect(service.phases[0]).toBe('busy');
  });

  it('ends when the store refuses again and again, as with a wrong clock', async () => {
    const { tools } = world({ loses: Array.from({ length: 99 }, (_, at) => (at % 5) + 1), refuses: 403 });
    const end = await run(tools).end;
    expect(end).toMatchObject({ kind: 'refused', problem: { code: STORE_REFUSES, status: 403 } });
  });

  it('waits out a service that has no time and a network that is gone, and ends with what it is refused for', async () => {
    const { tools, calls } = world({
      announce: [problem('offline', 0), problem('busy', 503), problem('quota-used-up', 409)],
    });
    expect(await run(tools).end).toEqual({ kind: 'refused', problem: problem('quota-used-up', 409) });
    expect(calls).toEqual(['announce', 'announce', 'announce']);
  });

  it('is gone when the service awaits no file any more', async () => {
    const { tools, answers } = world();
    const gone = { ...tools, api: { ...answers, renewUpload: async () => refusal('upload-finished', 409) } };
    expect(await run(gone as unknown as SendTools, { assetId: 'A' }).end).toEqual({ kind: 'gone' });
  });

  it('gives up a file that never becomes what was announced', async () => {
    const { tools, answers, calls } = world();
    const misfit = {
      ...tools,
      api: {
        ...answers,
        completeUpload: async () => {
          calls.push('join');
          return refusal('parts-do-not-fit', 409);
        },
      },
    };
    const end = await run(misfit as unknown as SendTools).end;
    expect(end).toMatchObject({ kind: 'refused', problem: { code: 'parts-do-not-fit' } });
    expect(calls.filter((call) => call === 'join')).toHaveLength(3);
  });

  it('tells a file that cannot be read any more from a line that broke', async () => {
    const { tools } = world({ loses: [1] });
    const lost = { size: 40, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) };
    expect(await run(tools, { file: lost as unknown as Blob }).end).toEqual({ kind: 'unreadable' });
  });

  it('asks nothing more once it was stopped', async () => {
    const { tools, calls } = world();
    expect(await run(tools, { signal: AbortSignal.abort() }).end).toEqual({ kind: 'stopped' });
    expect(calls).toEqual([]);
  });

  it('waits longer and longer, a minute and a half at most', () => {
    const pauses = [1, 2, 3, 7, 30].map((tries) => pauseBeforeTry(tries, () => 0));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(pauseBeforeTry(30, () => 1)).toBe(90_000);
  });
});
