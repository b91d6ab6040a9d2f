import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive, begin, breakOff, enlist, isListed, nothingToSend, type Part, withdraw } from './schedule.ts';

const PART = 8;
const partsOf = (bytes: number): readonly Part[] =>
  Array.from({ length: Math.ceil(bytes / PART) }, (_, at) => ({
    partNumber: at + 1,
    url: `https://store.invalid/${at + 1}`,
    fromByte: at * PART,
    toByte: Math.min(bytes, (at + 1) * PART),
  }));
const numbers = (begun: readonly { id: string; part: Part }[]) =>
  begun.map(({ id, part }) => `${id}${part.partNumber}`);

describe('the schedule of parts', () => {
  it('gives the lanes to the first file, and what it has no use for to the next', () => {
    const listed = enlist(enlist(nothingToSend, 'a', partsOf(32)), 'b', partsOf(32));
    const first = begin(listed, 3);
    expect(numbers(first.begun)).toEqual(['a1', 'a2', 'a3']);
    const second = begin(arrive(arrive(first.schedule, 'a', 2), 'a', 1), 3);
    expect(numbers(second.begun)).toEqual(['a4', 'b1']);
  });

  it('begins nothing more of a file of which a part broke, and forgets it once its last part has ended', () => {
    const { schedule } = begin(enlist(nothingToSend, 'a', partsOf(40)), 2);
    const broken = breakOff(schedule, 'a', 1);
    expect(begin(broken, 2).begun).toEqual([]);
    expect(isListed(broken, 'a')).toBe(true);
    expect(isListed(arrive(broken, 'a', 2), 'a')).toBe(false);
  });

  it('has nothing to do for a file without missing parts, nor for one that was taken off', () => {
    expect(isListed(enlist(nothingToSend, 'a', []), 'a')).toBe(false);
    const { schedule } = begin(enlist(nothingToSend, 'a', partsOf(40)), 2);
    expect(begin(withdraw(schedule, 'a'), 2).schedule).toEqual(nothingToSend);
  });
});

/** What may happen next: the oldest or newest part under way arrives or breaks, or a file is paused. */
const happenings = fc.array(
  fc.record({ what: fc.constantFrom('arrive', 'arrive', 'arrive', 'break', 'pause'), which: fc.nat(9) }),
  { maxLength: 60 },
);

/** A store that tells which parts it has, as the service does. */
class World {
  schedule = nothingToSend;
  most = 0;
  readonly arrived = new Map<string, number[]>();
  readonly flying: { id: string; part: Part }[] = [];
  readonly sizes: readonly number[];
  readonly lanes: number;

  constructor(sizes: readonly number[], lanes: number) {
    this.sizes = sizes;
    this.lanes = lanes;
  }

  /** Asks anew what is missing of every file that is not listed, and fills the lanes. */
  goOn(): void {
    for (const [at, bytes] of this.sizes.entries()) {
      const id = `file-${at}`;
      if (isListed(this.schedule, id)) continue;
      const has = this.arrived.get(id) ?? [];
      const missing = partsOf(bytes).filter(({ partNumber }) => !has.includes(partNumber));
      this.schedule = enlist(this.schedule, id, missing);
    }
    const { schedule, begun } = begin(this.schedule, this.lanes);
    this.schedule = schedule;
    this.flying.push(...begun);
    this.most = Math.max(this.most, this.flying.length);
  }

  happen(what: string, which: number): void {
    const chosen = this.flying[which % Math.max(1, this.flying.length)];
    if (!chosen) return;
    const { id, part } = chosen;
    const mine = this.flying.filter((one) => (what === 'pause' ? one.id === id : one === chosen));
    for (const one of mine) this.flying.splice(this.flying.indexOf(one), 1);
    if (what === 'pause') this.schedule = withdraw(this.schedule, id);
    else if (what === 'break') this.schedule = breakOff(this.schedule, id, part.partNumber);
    else {
      this.arrived.set(id, [...(this.arrived.get(id) ?? []), part.partNumber]);
      this.schedule = arrive(this.schedule, id, part.partNumber);
    }
  }
}

describe('whatever happens on the way', () => {
  const plans = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
    lanes: fc.integer({ min: 1, max: 5 }),
    events: happenings,
  });

  it('every byte arrives exactly once in the end, and never more parts are under way than there are lanes', () => {
    fc.assert(
      fc.property(plans, ({ sizes, lanes, events }) => {
        const world = new World(sizes, lanes);
        for (const { what, which } of events) {
          world.goOn();
          world.happen(what, which);
        }
        for (world.goOn(); world.flying.length > 0; world.goOn()) world.happen('arrive', 0);
        expect(world.most).toBeLessThanOrEqual(lanes);
        for (const [at, bytes] of sizes.entries()) {
          const arrived = world.arrived.get(`file-${at}`) ?? [];
          expect(arrived.toSorted((a, b) => a - b)).toEqual(partsOf(bytes).map((part) => part.partNumber));
        }
      }),
    );
  });

  it('a lane is never idle while a file has parts to send', () => {
    fc.assert(
      fc.property(plans, ({ sizes, lanes, events }) => {
        const world = new World(sizes, lanes);
        for (const { what, which } of events) {
          world.goOn();
          const waiting = world.schedule.reduce((sum, lot) => sum + lot.waiting.length, 0);
          expect(world.flying.length === lanes || waiting === 0).toBe(true);
          world.happen(what, which);
        }
      }),
    );
  });
});
