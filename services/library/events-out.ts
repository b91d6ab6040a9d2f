import { ItemOpenedV1 } from '#events/library/item-opened.v1.ts';
import { MaterialIssuedV1 } from '#events/library/material-issued.v1.ts';
import { MaterialSubmittedV1 } from '#events/library/material-submitted.v1.ts';
import { MaterialWithdrawnV1 } from '#events/library/material-withdrawn.v1.ts';
import { TvCodeClosedV1 } from '#events/library/tv-code-closed.v1.ts';
import { TvCodeOpenedV1 } from '#events/library/tv-code-opened.v1.ts';
import {
  type Cause,
  type Outbox,
  type OutboxEntry,
  outboxEntry,
  outboxOf,
  outboxWith,
} from '#shared/messaging/outbox.ts';
import { assetOf } from './domain/edition.ts';
import { type Issued, isWaiting, listedOf, type Material } from './domain/material.ts';
import type { TvCode } from './domain/tv-code.ts';

/** The identity follows from what happened, so deciding the same thing again names the same event. */
const identity = ({ materialId, revision }: Material, name: string) => ({
  eventId: `${materialId}-${revision}-${name}`,
  aggregate: { type: 'material', id: materialId, version: revision },
});

function submitted(material: Material, cause: Cause): OutboxEntry[] {
  const { draft, materialId } = material;
  if (!draft) return [];
  const data = { materialId, version: draft.version, kind: draft.kind };
  return [outboxEntry(MaterialSubmittedV1, data, cause, identity(material, 'submitted'))];
}

function issued(material: Material, edition: Issued, cause: Cause): OutboxEntry {
  const { version, kind, licence = '', competenceCodes, access, altText } = edition;
  const data = {
    ...{ materialId: material.materialId, version, kind, licence, access },
    competenceCodes: [...competenceCodes],
    ...(kind === 'image' && altText && { altText }),
    ...('assetId' in edition && {
      assetId: edition.assetId,
      ...(edition.courseId && { courseId: edition.courseId }),
      ...(edition.lessonNo && { lessonNo: edition.lessonNo }),
    }),
  };
  return outboxEntry(MaterialIssuedV1, data, cause, identity(material, 'issued'));
}

function taken(material: Material, edition: Issued, cause: Cause): OutboxEntry {
  const assetId = assetOf(edition);
  const reason = material.withdrawn?.reason ?? ('replaced' as const);
  const data = { materialId: material.materialId, reason, ...(assetId && { assetId }) };
  return outboxEntry(MaterialWithdrawnV1, data, cause, identity(material, 'withdrawn'));
}

/** What others hear of a change: what waits now, what is listed now, and what is not any more. */
export function changesOut(was: Material | undefined, next: Material, cause: Cause): Outbox | undefined {
  const before = was && listedOf(was);
  const after = listedOf(next);
  const isReplaced = after !== undefined && assetOf(before) !== assetOf(after);
  return outboxOf([
    ...(isWaiting(next) && !(was && isWaiting(was)) ? submitted(next, cause) : []),
    ...(before && (!after || isReplaced) ? [taken(next, before, cause)] : []),
    ...(after && after.issuedAt !== before?.issuedAt ? [issued(next, after, cause)] : []),
  ]);
}

/** Named after who opened what on which day: it is told once. */
export const opened = (
  {
    materialId,
    kind,
    personId,
    day,
  }: {
    readonly materialId: string;
    readonly kind: Issued['kind'];
    readonly personId: string;
    readonly day: string;
  },
  cause: Cause,
): Outbox =>
  outboxWith(
    outboxEntry(ItemOpenedV1, { materialId, kind, personId }, cause, {
      eventId: `${materialId}-${personId}-${day}-opened`,
      aggregate: { type: 'opening', id: `${materialId}-${personId}`, version: 1 },
    }),
  );

/** Digits may be drawn again: what is told of them is ordered by its time, milliseconds since 1970. */
const codeIdentity = ({ codeDigest }: TvCode, cause: Cause, name: string) => ({
  eventId: `${codeDigest}-${Date.parse(cause.at)}-${name}`,
  aggregate: { type: 'tv-code', id: codeDigest, version: Date.parse(cause.at) },
});

/** A former code that ends with it is told of first. Links and references open no file. */
export function tvCodeChanged(
  { former, next }: { readonly former: TvCode | undefined; readonly next?: TvCode },
  cause: Cause,
): Outbox | undefined {
  return outboxOf([
    ...(former?.assetId ? [closedEntry(former, cause)] : []),
    ...(next?.assetId ? [openedEntry(next, next.assetId, cause)] : []),
  ]);
}

const closedEntry = (tvCode: TvCode, cause: Cause): OutboxEntry => {
  const { materialId, codeDigest } = tvCode;
  return outboxEntry(
    TvCodeClosedV1,
    { materialId, codeDigest },
    cause,
    codeIdentity(tvCode, cause, 'closed'),
  );
};

const openedEntry = (tvCode: TvCode, assetId: string, cause: Cause): OutboxEntry => {
  const { materialId, codeDigest, closesAt } = tvCode;
  const data = { materialId, assetId, codeDigest, closesAt };
  return outboxEntry(TvCodeOpenedV1, data, cause, codeIdentity(tvCode, cause, 'opened'));
};
