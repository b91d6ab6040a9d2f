import type * as z from 'zod';
import type { diagnosticRoutes } from '../contract-diagnostic.ts';
import {
  type Diagnostic,
  type DomainResult,
  type Placement,
  repeatableFrom,
} from '../domain/diagnostic/placement.ts';

type View = z.input<(typeof diagnosticRoutes.getPlacement.answers)[200]>;

/** A level without the estimate behind it, which says less to people than it seems to. */
export const levelOf = ({ domain, isMeasured, level }: DomainResult) => ({
  domain,
  isMeasured,
  ...(level && { level }),
});

/** A placement as its owner sees it: what waits, or the levels. */
export const placementView = (placement: Placement, diagnostic: Diagnostic | undefined): View => {
  const { placementId, diagnosticId, placementNo, status, startedAt, deadline, answered } = placement;
  const { waiting, finishedAt, finishedBy, results } = placement;
  const isFinished = status === 'finished';
  return {
    ...{ placementId, diagnosticId, placementNo, status, startedAt, deadline },
    step: answered + 1,
    domains: [...placement.domains],
    ...(waiting && { waiting }),
    ...(finishedAt && { finishedAt }),
    ...(finishedBy && { finishedBy }),
    ...(results && { levels: results.map(levelOf) }),
    ...(isFinished && diagnostic && { repeatableFrom: repeatableFrom(diagnostic, placement) }),
  };
};
