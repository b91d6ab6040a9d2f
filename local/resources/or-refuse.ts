import { describeResource, type Resource } from '../template/resource.ts';
import { StartRefused } from '../template/start-refused.ts';

/** Runs a declaration; what a service says against it becomes a sentence that names the resource. */
export function orRefuse<T>(resource: Pick<Resource, 'stack' | 'logicalId' | 'path'>, declare: () => T): T {
  try {
    return declare();
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`${describeResource(resource)} cannot be played as the template asks: ${reason}`);
  }
}
