import { describe, expect, it } from 'vitest';
import { createKeeping } from '../quiz/keeping.ts';
import {
  type Beat,
  giveBackTurn,
  isAhead,
  keepBeat,
  nextTurn,
  type Outcome,
  ownersOf,
  placeOn,
  sendBeats,
  takeTurn,
} from './beat-box.ts';
import { hasBeats } from './has-beats.ts';

const memory = (held = new Map<string, string>()) => {
  return createKeeping({
    read: (key) => held.get(key),
    write: (key, value) => Boolean(held.set(key, value)),
    remove: (key) => void held.delete(key),
    keys: () => [...held.keys()],
  });
};
const beat = (beatNo: number, at = `2026-11-26T00:0${beatNo % 10}:00.000Z`): Beat => ({
  ...{ assetId: 'A', sessionId: 'S', beatNo, at, position: beatNo },
  watched: [[beatNo - 1, beatNo]],
});
const sender = (outcomes: Outcome[]) => {
  const packets: number[][] = [];
  const send = async (beats: Beat[]) => {
    packets.push(beats.map(({ beatNo }) => beatNo));
    return outcomes.shift() ?? 'taken';
  };
  return { packets, send };
};

describe('beats on the device', () => {
  it('wait while the line is dead, and go out together, oldest first', async () => {
    const keeping = memory();
    const { packets, send } = sender(['later']);
    for (const beatNo of [2, 1]) keepBeat(keeping, 'P', beat(beatNo));
    expect(await sendBeats(keeping, 'P', send)).toBe('later');
    keepBeat(keeping, 'P', beat(3));
    expect(await sendBeats(keeping, 'P', send)).toBe('done');
    expect(packets).toEqual([
      [1, 2],
      [1, 2, 3],
    ]);
    expect(hasBeats(keeping)).toBe(false);
  });

  it('are let go of when they can never be taken, and one that comes meanwhile stays', async () => {
    const keeping = memory();
    keepBeat(keeping, 'P', beat(1));
    const send = async (): Promise<Outcome> => {
      keepBeat(keeping, 'P', beat(2));
      return 'refused';
    };
    expect(await sendBeats(keeping, 'P', send)).toBe('left');
  });

  it('are each person’s own', async () => {
    const keeping = memory();
    keepBeat(keeping, 'P', beat(1));
    keepBeat(keeping, 'Q', beat(1));
    expect([...ownersOf(keeping)].sort()).toEqual(['P', 'Q']);
    const { packets, send } = sender([]);
    await sendBeats(keeping, 'P', send);
    expect(packets).toEqual([[1]]);
    expect(ownersOf(keeping)).toEqual(['Q']);
  });

  it('say where somebody was, and that this device knows more than the service', async () => {
    const keeping = memory();
    keepBeat(keeping, 'P', beat(7));
    expect([placeOn(keeping, 'P', 'A')?.position, isAhead(keeping, 'P', 'A')]).toEqual([7, true]);
    await sendBeats(keeping, 'P', sender([]).send);
    expect([placeOn(keeping, 'P', 'A')?.position, isAhead(keeping, 'P', 'A')]).toEqual([7, false]);
    expect(placeOn(keeping, 'Q', 'A')).toBeUndefined();
  });

  it('go out once a minute, from however many tabs, and sooner only after one that did not get through', () => {
    const device = new Map<string, string>();
    const [one, other] = [memory(device), memory(device)];
    expect(nextTurn(one, 'P', 1_000_000)).toBe(0);
    takeTurn(one, 'P', 1_000_000);
    expect(nextTurn(other, 'P', 1_000_001)).toBe(1_060_000);
    expect(nextTurn(other, 'Q', 1_000_001)).toBe(0);
    expect(nextTurn(one, 'P', 5_000), 'the clock was set back').toBe(0);
    giveBackTurn(other, 'P');
    expect(nextTurn(one, 'P', 1_000_001)).toBe(0);
    expect(hasBeats(one)).toBe(false);
  });

  it('go out in packets that the service takes', async () => {
    const keeping = memory();
    for (let no = 1; no <= 60; no += 1) keepBeat(keeping, 'P', beat(no, new Date(no * 60_000).toISOString()));
    const { packets, send } = sender([]);
    expect(await sendBeats(keeping, 'P', send)).toBe('left');
    expect(packets[0]).toHaveLength(50);
  });
});
