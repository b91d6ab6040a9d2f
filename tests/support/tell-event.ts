import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ulid } from 'ulid';
import type { DataOf, EventContract } from '../../events/define-event.ts';
import type { Cloud } from '../../local/cloud.ts';

/** Says on the bus what another service would. `version` orders what is said of one thing. */
export async function tellEvent<C extends EventContract>(
  cloud: Cloud,
  contract: C,
  data: DataOf<C>,
  version: number,
): Promise<void> {
  const bus = new EventBridgeClient(cloud.operator);
  const occurredAt = new Date().toISOString();
  const cause = { correlationId: ulid(), causationId: ulid(), actor: ulid(), occurredAt };
  const metadata = { ...cause, eventId: ulid(), aggregate: { type: 'material', id: 'M', version } };
  const EventBusName = cloud.resources.of('AWS::Events::EventBus')[0]?.name;
  const entry = { Source: contract.source, DetailType: contract.detailType, EventBusName };
  await bus.send(
    new PutEventsCommand({ Entries: [{ ...entry, Detail: JSON.stringify({ metadata, data }) }] }),
  );
  bus.destroy();
}
