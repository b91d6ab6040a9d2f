import { expect, it } from 'vitest';
import { placeAmong } from './resume.ts';

it('goes on by the device in a recording that is not among the newest of the service', () => {
  const at = '2026-11-26T00:00:00.000Z';
  const positions = [{ assetId: 'B', position: 40, at }] as unknown as Parameters<typeof placeAmong>[0];
  expect(placeAmong(positions, 'A', 900)).toBe(900);
  expect(placeAmong(positions, 'B', 900)).toBe(40);
});
