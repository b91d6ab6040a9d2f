import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Sheet } from './answer-sheet.ts';
import { nextUnsaved } from './answer-sheet.ts';
import { createSaver, type Sent } from './saver.ts';

const text = (value: string) => ({ kind: 'short-answer', text: value }) as const;

/** A server that follows the contract: it never lets an older version overwrite a newer one. */
const fakeServer = () => {
  const stored = new Map<string, Entry>();
  return {
    stored,
    save(itemId: string, entry: Entry): Sent {
      const before = stored.get(itemId);
      if (before && before.version > entry.version) return 'older';
      stored.set(itemId, entry);
      return 'saved';
    },
    read: () => [...stored].map(([itemId, { response, version }]) => ({ itemId, response, version })),
  };
};

type Fault = 'none' | 'lost-request' | 'lost-answer';
const start = (server: ReturnType<typeof fakeServer>, faults: Fault[], initial: Sheet = {}) => {
  const seen = { sheet: initial, state: 'idle', disk: initial, takenOver: [] as string[] };
  const saver = createSaver(
    {
      send: async (itemId, entry) => {
        const fault = faults.shift() ?? 'none';
        if (fault === 'lost-request') return 'later';
        const sent = server.save(itemId, entry);
        return fault === 'lost-answer' ? 'later' : sent;
      },
      reread: async () => server.read(),
      keep: (sheet) => {
        seen.disk = sheet;
        return true;
      },
      pause: async () => undefined,
      onTakenOver: (itemId) => seen.takenOver.push(itemId),
      onChange: (sheet, state) => {
        seen.sheet = sheet;
        seen.state = state;
      },
    },
    initial,
  );
  return { saver, seen };
};

const flushed = async (saver: ReturnType<typeof createSaver>): Promise<void> => {
  while (!(await saver.flush())) {
    // The list of faults is finite, so flushing ends.
  }
};

describe('createSaver', () => {
  it('writes to the device before it sends, and says saved only after the server has answered', async () => {
    const server = fakeServer();
    const { saver, seen } = start(server, ['lost-answer']);
    saver.answer('a', text('1'));
    expect(seen.disk.a?.response).toEqual(text('1'));
    expect(await saver.flush()).toBe(false);
    expect(server.stored.size).toBe(1);
    expect(seen.sheet.a?.saved).toBe(false);
    expect(await saver.flush()).toBe(true);
    expect(seen.sheet.a?.saved).toBe(true);
  });

  it('shows the newer answer of another device instead of overwriting it', async () => {
    const server = fakeServer();
    server.save('a', { response: text('elsewhere'), version: 5, saved: true });
    const { saver, seen } = start(server, []);
    saver.answer('a', text('here'));
    await flushed(saver);
    expect(seen.sheet.a).toEqual({ response: text('elsewhere'), version: 5, saved: true });
    expect(server.stored.get('a')?.response).toEqual(text('elsewhere'));
    expect(seen.takenOver).toEqual(['a']);
  });

  it('stops sending once the attempt is closed', async () => {
    let sends = 0;
    const states: string[] = [];
    const saver = createSaver(
      {
        send: async () => {
          sends += 1;
          return 'closed';
        },
        reread: async () => undefined,
        keep: () => true,
        pause: async () => undefined,
        onTakenOver: () => undefined,
        onChange: (_, state) => states.push(state),
      },
      {},
    );
    saver.answer('a', text('1'));
    saver.answer('b', text('2'));
    expect(await saver.flush()).toBe(true);
    expect(sends).toBe(1);
    expect(states.at(-1)).toBe('closed');
  });

  it('leaves the device alone once the page was left: what is handed in was forgotten there', async () => {
    const answered = Promise.withResolvers<Sent>();
    const kept: Sheet[] = [];
    const saver = createSaver(
      {
        send: () => answered.promise,
        reread: async () => undefined,
        keep: (sheet) => kept.push(sheet) > 0,
        pause: async () => undefined,
        onTakenOver: () => undefined,
        onChange: () => undefined,
      },
      {},
    );
    saver.answer('a', text('1'));
    const sending = saver.flush();
    saver.stop();
    answered.resolve('saved');
    expect(await sending).toBe(true);
    expect(kept).toHaveLength(1);
  });

  const actions = fc.array(
    fc.oneof(
      fc.record({
        do: fc.constant('answer'),
        item: fc.constantFrom('a', 'b', 'c'),
        value: fc.string({ maxLength: 4 }),
      }),
      fc.record({
        do: fc.constantFrom('flush', 'reload', 'wake'),
        item: fc.constant(''),
        value: fc.constant(''),
      }),
    ),
    { maxLength: 25 },
  );
  const faults = fc.array(fc.constantFrom<Fault>('none', 'lost-request', 'lost-answer'), { maxLength: 20 });

  it('brings the last answer of every item to the server, whatever was lost and however often the page was reloaded', async () => {
    await fc.assert(
      fc.asyncProperty(actions, faults, async (todo, wanted) => {
        const server = fakeServer();
        const queue = [...wanted];
        const last = new Map<string, string>();
        let run = start(server, queue);
        const acts: Record<string, (action: (typeof todo)[number]) => unknown> = {
          answer: ({ item, value }) => {
            run.saver.answer(item, text(value));
            last.set(item, value);
          },
          flush: () => run.saver.flush(),
          wake: () => run.saver.wake(),
          reload: () => {
            run.saver.stop();
            run = start(server, queue, run.seen.disk);
          },
        };
        for (const action of todo) await acts[action.do]?.(action);
        await flushed(run.saver);
        expect(nextUnsaved(run.seen.sheet)).toBeUndefined();
        for (const [item, value] of last) expect(server.stored.get(item)?.response).toEqual(text(value));
      }),
      { numRuns: 300 },
    );
  });
});
