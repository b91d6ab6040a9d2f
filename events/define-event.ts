import * as z from 'zod';

const Metadata = z
  .strictObject({
    /** Identity of the event for ever: consumers key their idempotency on it. EventBridge's own id changes on re-drive. */
    eventId: z.string().min(1),
    occurredAt: z.iso.datetime(),
    /** The request or job that started the chain, and the event or request that caused this one. */
    correlationId: z.string().min(1),
    causationId: z.string().min(1),
    /** Pseudonymous reference of whoever acted, or `system`. */
    actor: z.string().min(1),
    aggregate: z.strictObject({ type: z.string(), id: z.string(), version: z.int().positive() }),
  })
  .meta({ id: 'EventMetadata' });
export type EventMetadata = z.infer<typeof Metadata>;

/**
 * One definition feeds the publisher's schema and grant, the rule's pattern, the consumer's parser and AsyncAPI.
 * Producers parse strictly (`detail`), consumers loosely (`received`: unknown members are dropped), so an optional
 * field may be added within a version. Only pseudonymous references: no names, phones, answers or keys on the bus.
 */
export function defineEvent<
  const Name extends string,
  const Version extends number,
  const Source extends `hocvuso.${string}`,
  Shape extends z.ZodRawShape,
>(spec: {
  name: Name;
  version: Version;
  source: Source;
  summary: string;
  data: Shape;
  example: z.input<z.ZodObject<Shape>>;
}) {
  const data = z.strictObject(spec.data);
  const detailType = `${spec.name}.v${spec.version}` as const;
  return {
    name: spec.name,
    version: spec.version,
    source: spec.source,
    summary: spec.summary,
    example: spec.example,
    detailType,
    data,
    detail: z.strictObject({ metadata: Metadata, data }),
    received: z.object({ metadata: z.object(Metadata.shape), data: z.object(spec.data) }),
    pattern: { source: [spec.source], detailType: [detailType] },
  };
}

export type EventContract = {
  readonly name: string;
  readonly version: number;
  readonly source: string;
  readonly summary: string;
  readonly example: unknown;
  readonly detailType: string;
  readonly data: z.ZodType;
  readonly detail: z.ZodType;
  readonly received: z.ZodType;
  readonly pattern: { readonly source: readonly string[]; readonly detailType: readonly string[] };
};
export type DataOf<C extends EventContract> = z.infer<C['data']>;
/** What a consumer is handed: metadata and data of the contract, unknown members dropped. */
export type ReceivedEvent<C extends EventContract> = { metadata: EventMetadata; data: DataOf<C> };
