import type { JsonObject } from '../core/json.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

const busName = (nameOrArn: string | undefined): string => nameOrArn?.split('/').at(-1) ?? 'default';

/** Declares buses, archives and rules. Throws `StartRefused` for a pattern that EventBridge would refuse. */
export function declareEvents(resources: CheckedResources, bus: EventBus): void {
  for (const { name } of resources.of('AWS::Events::EventBus')) bus.ensureBus(name);
  for (const archive of resources.of('AWS::Events::Archive')) {
    const { SourceArn, EventPattern, RetentionDays } = archive.properties;
    orRefuse(archive, () =>
      bus.ensureArchive({
        name: archive.name,
        arn: archive.arn,
        bus: busName(SourceArn),
        ...(EventPattern && { pattern: EventPattern as JsonObject }),
        ...(RetentionDays !== undefined && { retentionDays: RetentionDays }),
      }),
    );
  }
  for (const rule of resources.of('AWS::Events::Rule')) {
    const { EventBusName, EventPattern, State, Targets } = rule.properties;
    if (State === 'DISABLED') continue;
    orRefuse(rule, () =>
      bus.ensureRule({
        name: rule.name,
        arn: rule.arn,
        bus: busName(EventBusName),
        ...(EventPattern && { pattern: EventPattern as JsonObject }),
        targets: Targets,
      }),
    );
  }
}
