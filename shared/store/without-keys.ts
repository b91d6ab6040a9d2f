/** What was stored, without what only the table knows: its keys, and the events that its last change brought. */
export const withoutKeys = ({
  pk,
  sk,
  gsi1pk,
  gsi1sk,
  outbox,
  outboxId,
  ...stored
}: Readonly<Record<string, unknown>>): Record<string, unknown> => stored;
