import { publishOutbox } from '#shared/messaging/publish-outbox.ts';

export const handler = publishOutbox();
