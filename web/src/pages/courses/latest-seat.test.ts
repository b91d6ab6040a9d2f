import { describe, expect, it } from 'vitest';
import { afterList, type Latest } from './latest-seat.ts';

type Seat = { readonly status: 'confirmed' | 'waitlisted' | 'cancelled'; readonly queuePosition?: number };

const confirmed: Seat = { status: 'confirmed' };
const waiting: Seat = { status: 'waitlisted', queuePosition: 2 };
const cancelled: Seat = { status: 'cancelled' };

/** What is shown at the end, when the list answers with these one after another. */
const shownAfter = (given: Seat, listed: Seat | undefined, ...lists: (Seat | undefined)[]) => {
  const latest: Latest<Seat> = { given, listed, isListed: false };
  return (lists.reduce(afterList<Seat>, latest) as Latest<Seat> | undefined)?.given ?? lists.at(-1);
};

describe('what a press gave', () => {
  it('stays while the list has not caught up, and once it has', () => {
    expect(shownAfter(waiting, undefined, undefined, undefined)).toBe(waiting);
    expect(shownAfter(cancelled, confirmed, confirmed, undefined, undefined)).toBe(cancelled);
  });

  it('gives way to a seat that the queue gave, seen by the list before or after it caught up', () => {
    expect(shownAfter(waiting, undefined, { ...waiting }, confirmed)).toBe(confirmed);
    expect(shownAfter(waiting, undefined, confirmed)).toBe(confirmed);
  });

  it('gives way when the list returns to what it said before, because somebody did that elsewhere', () => {
    expect(shownAfter(waiting, undefined, { ...waiting }, undefined)).toBe(undefined);
    expect(shownAfter(cancelled, confirmed, undefined, confirmed)).toBe(confirmed);
  });

  it('gives way to another place in the queue', () => {
    const first: Seat = { status: 'waitlisted', queuePosition: 1 };
    expect(shownAfter(waiting, undefined, { ...waiting }, first)).toBe(first);
  });
});
