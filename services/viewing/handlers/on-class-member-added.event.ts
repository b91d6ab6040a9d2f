import { ClassMemberAddedV1 } from '#events/people/class-member-added.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { ClassStore } from '../class-store.ts';

const classes = new ClassStore(connect(), tableName());

export const handler = eventConsumer(ClassMemberAddedV1, async ({ metadata, data }) => {
  await classes.saveMembership({ ...data, version: metadata.aggregate.version });
});
