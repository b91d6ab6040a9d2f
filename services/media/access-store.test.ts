import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { AccessStore } from './access-store.ts';
import type { Publication } from './domain/access.ts';
import { shownOf } from './queries/shown-media.ts';

let service: ServiceTable;
let store: AccessStore;

beforeAll(async () => {
  service = await startServiceTable();
  store = new AccessStore(service.db, service.table);
});
afterAll(() => service.stop());

it('shows what was issued last, in whichever order and however often the decisions arrive', async () => {
  const states = fc.array(fc.constantFrom('issued' as const, 'withdrawn' as const), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(
      states.chain((decided) => {
        const numbered = decided.map((state, index) => ({ state, version: index + 1 }));
        return fc.tuple(
          fc.constant(numbered),
          fc.shuffledSubarray([...numbered, ...numbered], { minLength: 0 }),
        );
      }),
      async ([decided, repeated]) => {
        const assetId = ulid();
        const arriving = [...repeated, ...[...decided].reverse()];
        for (const each of arriving) await store.savePublication({ assetId, ...each });
        const shown = shownOf([{ assetId }], await store.findPublications([assetId]));
        expect(shown.length > 0).toBe(decided.at(-1)?.state === 'issued');
      },
    ),
    { numRuns: 12 },
  );
});

it('shows nothing that the library says nothing of', async () => {
  const issued: Publication = { assetId: ulid(), state: 'issued', access: 'open', version: 1 };
  await store.savePublication(issued);
  const ready = [{ assetId: issued.assetId }, { assetId: ulid() }];
  expect(shownOf(ready, await store.findPublications(ready.map(({ assetId }) => assetId)))).toEqual([
    { ...ready[0], access: 'open' },
  ]);
});

it('shows a picture with the words that were appraised last, and with its own once they are withdrawn', async () => {
  const assetId = ulid();
  const picture = [{ assetId, image: { alt: 'Ổ khóa' } }];
  const altOf = async () => shownOf(picture, await store.findPublications([assetId]))[0]?.image.alt;
  const issue = (version: number, altText?: string) =>
    store.savePublication({
      ...{ assetId, state: 'issued', access: 'open', version },
      ...(altText && { altText }),
    });
  await issue(2, 'Ổ khóa ở đầu thanh địa chỉ');
  await issue(1, 'Một ổ khóa');
  expect(await altOf()).toBe('Ổ khóa ở đầu thanh địa chỉ');
  await issue(3);
  expect(await altOf()).toBe('Ổ khóa');
});
