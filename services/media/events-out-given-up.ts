import { MediaGivenUpV1 } from '#events/media/media-given-up.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Recording } from './domain/recording.ts';

/** Its owner wants it no more: the library lists nothing with it from now on. */
export const givenUpOut = ({ assetId, version }: Recording, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(MediaGivenUpV1, { assetId }, cause, {
      eventId: `${assetId}-${version}-given-up`,
      aggregate: { type: 'recording', id: assetId, version },
    }),
  );
