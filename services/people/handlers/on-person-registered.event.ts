import { PersonRegisteredV1 } from '#events/people/person-registered.v1.ts';
import { eventConsumer } from '#shared/messaging/event-consumer.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { Accounts } from '../accounts.ts';
import { PeopleStore } from '../store.ts';

const people = new PeopleStore(connect(), tableName());
const accounts = new Accounts();

/** The account follows the register. Names stay off the bus, so they are read here. */
export const handler = eventConsumer(PersonRegisteredV1, async ({ data }) => {
  const person = await people.findPerson(data.personId);
  if (!person || person.account === 'active') return;
  await accounts.ensure(person);
  await people.markAccountActive(person.personId);
});
