import { CaptionsPublishedV1 } from '#events/media/captions-published.v1.ts';
import { CaptionsWithdrawnV1 } from '#events/media/captions-withdrawn.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { CaptionSet, PublishedTrack } from './domain/captions.ts';

const identity = ({ assetId, version }: CaptionSet) => ({
  eventId: `${assetId}-captions-${version}`,
  aggregate: { type: 'captions', id: assetId, version },
});

export const captionsPublished = (
  set: CaptionSet,
  { language, path, cues }: PublishedTrack,
  cause: Cause,
): Outbox =>
  outboxWith(
    outboxEntry(CaptionsPublishedV1, { assetId: set.assetId, language, path, cues }, cause, identity(set)),
  );

export const captionsWithdrawn = (set: CaptionSet, language: string, cause: Cause): Outbox =>
  outboxWith(outboxEntry(CaptionsWithdrawnV1, { assetId: set.assetId, language }, cause, identity(set)));
