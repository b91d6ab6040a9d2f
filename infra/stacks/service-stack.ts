import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { EventContract } from '../../events/define-event.ts';
import type { Routes } from '../../shared/contract/route.ts';
import { EventPublisher } from '../constructs/event-publisher.ts';
import { EventSubscription, type EventSubscriptionProps } from '../constructs/event-subscription.ts';
import {
  ServiceFunction,
  type ServiceFunctionProps,
  type TableAction,
} from '../constructs/service-function.ts';
import { ServiceRoutes } from '../constructs/service-routes.ts';
import { ServiceTable } from '../constructs/service-table.ts';
import type { FoundationStack } from './foundation-stack.ts';

export type ServiceStackProps = StackProps & { readonly foundation: FoundationStack };

type FunctionProps = Omit<ServiceFunctionProps, 'service' | 'handler'>;
type Uses = { readonly table?: readonly TableAction[]; readonly index?: boolean };

/** The rooms that every service has: a table, an API function, a publisher and consumers, each in one line. */
export class ServiceStack extends Stack {
  readonly foundation: FoundationStack;
  readonly table: Table;
  readonly #service: string;

  constructor(scope: Construct, id: string, service: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.foundation = props.foundation;
    this.#service = service;
    this.table = new ServiceTable(this, 'Store', { stage: props.foundation.stage }).table;
  }

  /** A function of this service; `handler` is the file's name in its handlers folder. */
  function(id: string, handler: string, props: FunctionProps, uses: Uses = {}): ServiceFunction {
    const made = new ServiceFunction(this, id, { service: this.#service, handler, ...props });
    if (uses.table) made.useTable(this.table, uses.table, { index: uses.index ?? false });
    return made;
  }

  /** The API function with every route of the contract. */
  protected serve(routes: Routes, props: FunctionProps, uses: Uses): ServiceFunction {
    const api = this.function('Api', 'api', props, uses);
    this.route('Routes', routes, api);
    return api;
  }

  /** The routes that a function answers. */
  route(id: string, routes: Routes, target: ServiceFunction): void {
    const { api, authorizerId } = this.foundation;
    new ServiceRoutes(this, id, { apiId: api.apiId, authorizerId, routes, target });
  }

  protected publish(...events: [EventContract, ...EventContract[]]): void {
    new EventPublisher(this, 'Events', {
      service: this.#service,
      table: this.table,
      bus: this.foundation.bus,
      events,
    });
  }

  /** A consumer of one event, in `on-<event-name>.event.ts`. */
  on(
    event: EventContract,
    props: FunctionProps,
    uses: Uses,
    limits: Pick<EventSubscriptionProps, 'maxConcurrency'> = {},
  ): ServiceFunction {
    const target = this.function(`On${event.name}`, `on-${kebab(event.name)}.event`, props, uses);
    new EventSubscription(this, `${event.name}Subscription`, {
      bus: this.foundation.bus,
      pattern: { source: [...event.pattern.source], detailType: [...event.pattern.detailType] },
      target,
      ...limits,
    });
    return target;
  }
}

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
