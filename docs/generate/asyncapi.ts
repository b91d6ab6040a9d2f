import type { EventContract } from '../../events/define-event.ts';
import { catalogue } from '../../events/index.ts';
import { consumersOf } from './consumers.ts';
import { type Components, type JsonSchema, jsonSchema } from './json-schema.ts';

export type EventMessage = {
  readonly name: string;
  readonly summary: string;
  readonly payload: JsonSchema;
  readonly examples: readonly [{ readonly payload: unknown }];
  readonly 'x-source': string;
  readonly 'x-producer': string;
  readonly 'x-consumers': readonly string[];
};
export type AsyncApi = {
  readonly components: {
    readonly messages: Readonly<Record<string, EventMessage>>;
    readonly schemas: Components;
  };
};

/** Service that publishes an event: `hocvuso.media` → `media`. */
const producerOf = ({ source }: EventContract): string => source.replace(/^hocvuso\./, '');

/** A whole detail as it lies on the bus, around the example data of the contract. */
export const exampleDetail = (event: EventContract) => ({
  metadata: {
    eventId: '01K9ZB3V7Q8M2N4P6R8S0T2V5A',
    occurredAt: '2026-11-23T02:00:00.000Z',
    correlationId: 'c0a8f5de-request',
    causationId: 'c0a8f5de-request',
    actor: '01K9ZB3V7Q8M2N4P6R8S0T2V5B',
    aggregate: { type: producerOf(event), id: '01K9ZB3V7Q8M2N4P6R8S0T2V5C', version: 1 },
  },
  data: event.example,
});

const messageOf = (event: EventContract, components: Components): EventMessage => ({
  name: event.detailType,
  summary: event.summary,
  payload: jsonSchema(event.detail, 'output', components),
  examples: [{ payload: exampleDetail(event) }],
  'x-source': event.source,
  'x-producer': producerOf(event),
  'x-consumers': consumersOf(event),
});

const operationsOf = (event: EventContract) => {
  const channel = { $ref: `#/channels/${event.detailType}` };
  const messages = [{ $ref: `#/channels/${event.detailType}/messages/${event.detailType}` }];
  const send = { action: 'send', channel, messages, summary: event.summary };
  return [
    [`${producerOf(event)}-sends-${event.detailType}`, send],
    ...consumersOf(event).map((service) => [
      `${service}-receives-${event.detailType}`,
      { action: 'receive', channel, messages },
    ]),
  ];
};

/** The AsyncAPI 3 document of the event catalogue: one channel per detail type of the bus. */
export function asyncApi(): AsyncApi {
  const schemas: Components = {};
  const messages = Object.fromEntries(
    catalogue.map((event) => [event.detailType, messageOf(event, schemas)]),
  );
  const channels = catalogue.map(({ detailType }) => [
    detailType,
    { address: detailType, messages: { [detailType]: { $ref: `#/components/messages/${detailType}` } } },
  ]);
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Hoc Vu So events',
      version: '1',
      description:
        'Details on the event bus. Producers send exactly these members; consumers ignore members they do not know.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(catalogue.flatMap(operationsOf)),
    components: { messages, schemas },
  };
  return document;
}
