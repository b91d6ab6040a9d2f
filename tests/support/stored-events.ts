import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An event as the bus archived it. `eventId` is its identity for ever; `id` is the bus's own, new for each delivery. */
export type StoredEvent = {
  readonly eventId: string;
  readonly detailType: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
};

/** Everything that was ever put on the bus of a platform, read from its archive, in order of arrival. */
export function storedEvents(dataFolder: string): StoredEvent[] {
  const db = new DatabaseSync(path.join(dataFolder, 'local.db'), { readOnly: true });
  const rows = db.prepare('SELECT event FROM events_archive ORDER BY id').all() as { event: string }[];
  db.close();
  return rows.map(({ event }) => {
    const { 'detail-type': detailType, detail } = JSON.parse(event) as {
      'detail-type': string;
      detail: { metadata: { eventId: string }; data: Record<string, unknown> };
    };
    return { eventId: detail.metadata.eventId, detailType, data: detail.data, text: event };
  });
}

/** One of each: what happened, however often it was told. */
export const distinctEvents = (dataFolder: string): StoredEvent[] => [
  ...new Map(storedEvents(dataFolder).map((event) => [event.eventId, event])).values(),
];
