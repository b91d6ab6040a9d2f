import { expect } from 'vitest';
import { accessibilityFaults, drawWith, spillsOf } from './browser-look.ts';
import { DESK, resizeTo, SMALL_PHONE, shown, type Visit } from './browser-visit.ts';

const faultsOf = async ({ page, faults }: Visit) => [
  ...(await spillsOf(page)),
  ...(await accessibilityFaults(page)),
  ...faults,
];

/** Nothing spills and nothing is unreachable at a desk, nor on the smallest phone in the largest letters. */
export async function expectLooksRight(desk: Visit, name: string): Promise<void> {
  const { page } = desk;
  await shown(desk);
  expect(await faultsOf(desk), `${name}, desk`).toEqual([]);
  await resizeTo(page, SMALL_PHONE);
  await drawWith(page, { size: '3' });
  expect(await faultsOf(desk), `${name}, phone`).toEqual([]);
  await drawWith(page, { size: '1' });
  await resizeTo(page, DESK);
}
