import type { Cognito } from '../cognito/cognito.ts';
import type { CheckedResources } from './checked-resources.ts';
import { orRefuse } from './or-refuse.ts';

/** Declares user pools, then their clients and groups. Throws `StartRefused` for what cannot be played. */
export function declareUsers(resources: CheckedResources, cognito: Cognito): void {
  for (const pool of resources.of('AWS::Cognito::UserPool'))
    orRefuse(pool, () => cognito.ensurePool(pool.name, pool.properties));
  for (const client of resources.of('AWS::Cognito::UserPoolClient'))
    orRefuse(client, () => cognito.ensureClient(client.name, client.properties));
  for (const group of resources.of('AWS::Cognito::UserPoolGroup'))
    orRefuse(group, () => cognito.ensureGroup(group.properties));
}
