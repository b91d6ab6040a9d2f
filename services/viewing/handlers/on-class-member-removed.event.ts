import { ClassMemberRemovedV1 } from '#events/people/class-member-removed.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { ClassStore } from '../class-store.ts';

const classes = new ClassStore(connect(), tableName());

export const handler = eventConsumer(ClassMemberRemovedV1, async ({ metadata, data }) => {
  await classes.saveMembership({ ...data, version: metadata.aggregate.version });
});
