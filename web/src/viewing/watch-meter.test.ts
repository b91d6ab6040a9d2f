import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { look, type Meter, newMeter, skip, wholeSeconds } from './watch-meter.ts';

type Step = { readonly play: number; readonly rate: number } | { readonly seek: number };

/** A player that does what is told, looked at four times a second; what really played, span by span. */
function watch(steps: readonly Step[]): { meter: Meter; played: [number, number][] } {
  let [meter, position, at] = [newMeter(), 0, 0];
  const played: [number, number][] = [];
  for (const step of steps) {
    if ('seek' in step) {
      position = step.seek;
      meter = skip(meter);
      continue;
    }
    const from = position;
    for (let quarter = 0; quarter <= step.play * 4; quarter += 1) {
      meter = look(meter, { position, at, isPlaying: true, rate: step.rate });
      if (quarter === step.play * 4) break;
      position += step.rate / 4;
      at += 250;
    }
    played.push([from, position]);
  }
  return { meter, played };
}

const secondsOf = (spans: readonly (readonly [number, number])[]): Set<number> =>
  new Set(
    wholeSeconds(spans).flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
  );

describe('the meter', () => {
  it('counts what plays and not what is skipped, forwards or back', () => {
    const { meter } = watch([
      { play: 10, rate: 1 },
      { seek: 60 },
      { play: 5, rate: 1 },
      { seek: 8 },
      { play: 4, rate: 1 },
    ]);
    expect(wholeSeconds(meter.spans)).toEqual([
      [0, 10],
      [60, 65],
      [8, 12],
    ]);
  });

  it('counts seconds of the recording, at whatever speed they are watched', () => {
    expect(wholeSeconds(watch([{ play: 30, rate: 2 }]).meter.spans)).toEqual([[0, 60]]);
    expect(wholeSeconds(watch([{ play: 30, rate: 0.5 }]).meter.spans)).toEqual([[0, 15]]);
  });

  it('is not led astray by a player that is looked at once a second, nor by one that stood still', () => {
    let meter = newMeter();
    for (let second = 0; second <= 20; second += 1)
      meter = look(meter, { position: second * 2, at: second * 1000, isPlaying: true, rate: 2 });
    expect(wholeSeconds(meter.spans)).toEqual([[0, 40]]);
    const stalled = look(meter, { position: 40, at: 90_000, isPlaying: true, rate: 1 });
    expect(look(stalled, { position: 300, at: 91_000, isPlaying: true, rate: 1 }).spans).toEqual(meter.spans);
  });

  it('finds exactly the seconds that played, whatever is done', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ play: fc.integer({ min: 1, max: 20 }), rate: fc.constantFrom(0.5, 1, 1.5, 2) }),
        fc.record({ seek: fc.nat(600) }),
      ),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(steps, (story) => {
        const { meter, played } = watch(story);
        expect(secondsOf(meter.spans)).toEqual(secondsOf(played));
      }),
    );
  });
});
