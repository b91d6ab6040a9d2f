import type { BankStore } from '../bank-store.ts';
import type { DiagnosticStore } from '../diagnostic-store.ts';
import { drawable } from '../domain/bank.ts';
import { calibrated } from '../domain/diagnostic/calibration.ts';
import type { PoolItem } from '../domain/diagnostic/next-item.ts';
import type { Diagnostic } from '../domain/diagnostic/placement.ts';
import { poolOf, type ThinDomain, thinDomains } from '../domain/diagnostic/pool.ts';
import type { PlacementStore } from '../placement-store.ts';

type Stores = {
  readonly bank: BankStore;
  readonly diagnostics: DiagnosticStore;
  readonly placements: PlacementStore;
};

type PublishDiagnostic = Diagnostic & {
  readonly courseIds: readonly string[];
  readonly publishedBy: string;
  readonly requestKey: string;
};

export type PublishOutcome =
  | { readonly kind: 'published'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'too-thin'; readonly domains: readonly ThinDomain[] };

/** What the banks of these courses have for a placement, at the versions that are approved now. */
async function askable(
  { bank }: Stores,
  { courseIds, domains, diagnosticId }: PublishDiagnostic,
): Promise<ReturnType<typeof poolOf>> {
  const banks = await Promise.all(courseIds.map((courseId) => bank.allItems(courseId)));
  const approved = drawable(banks.flat());
  return poolOf(approved, await bank.findQuestions(approved), domains, diagnosticId);
}

/** The pool with the difficulties that the placements by the diagnostic before have shown. */
async function corrected(
  { diagnostics, placements }: Stores,
  pool: readonly PoolItem[],
): Promise<readonly PoolItem[]> {
  const before = await diagnostics.findCurrent();
  if (!before) return pool;
  const [believed, records] = await Promise.all([
    diagnostics.findPool(before.diagnosticId),
    placements.finishedRecords(before.diagnosticId),
  ]);
  return calibrated(
    pool,
    believed,
    records.map(({ steps }) => steps),
  );
}

/** Fixes what placements ask from. The one before stays for those who have started it. */
export async function publishDiagnostic(stores: Stores, command: PublishDiagnostic): Promise<PublishOutcome> {
  const { publishedBy, requestKey, ...diagnostic } = command;
  const request = { actor: publishedBy, route: 'publish-diagnostic', key: requestKey };
  const earlier = await stores.diagnostics.findEarlier(request);
  const known = earlier && (await stores.diagnostics.findDiagnostic(earlier));
  if (known) return { kind: 'published', diagnostic: known };
  const pool = await corrected(stores, await askable(stores, command));
  const thin = thinDomains(pool, diagnostic);
  if (thin.length > 0) return { kind: 'too-thin', domains: thin };
  const at = diagnostic.publishedAt;
  const saved = await stores.diagnostics.saveDiagnostic(diagnostic, pool, { ...request, at });
  return saved === 'saved' ? { kind: 'published', diagnostic } : publishDiagnostic(stores, command);
}
