import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatsPicture } from './seats.ts';

const rooms = fc
  .integer({ min: 1, max: 2000 })
  .chain((seats) => fc.record({ seats: fc.constant(seats), taken: fc.integer({ min: 0, max: seats }) }));

describe('seatsPicture', () => {
  it('shows one cell per seat in a classroom', () => {
    expect(seatsPicture(3, 2, true).cells).toEqual(['taken', 'mine', 'free']);
  });

  it('looks full only when it is, and empty only when it is', () => {
    fc.assert(
      fc.property(rooms, ({ seats, taken }) => {
        const { cells } = seatsPicture(seats, taken, false);
        expect(cells.every((cell) => cell === 'taken')).toBe(taken === seats);
        if (seats > 1) expect(cells.every((cell) => cell === 'free')).toBe(taken === 0 || cells.length === 1);
      }),
    );
  });

  it('never draws more than forty cells, and enough of them', () => {
    fc.assert(
      fc.property(rooms, ({ seats, taken }) => {
        const { cells, each } = seatsPicture(seats, taken, true);
        expect(cells.length).toBeLessThanOrEqual(40);
        expect(cells.length * each).toBeGreaterThanOrEqual(seats);
      }),
    );
  });
});
