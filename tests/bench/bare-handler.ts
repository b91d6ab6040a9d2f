import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Role } from '../../shared/contract/roles.ts';
import type { Route } from '../../shared/contract/route.ts';
import { call } from '../support/api-event.ts';
import type { Client } from '../support/client.ts';
import type { LocalPlatform } from '../support/platform.ts';

type Handler = (event: APIGatewayProxyEventV2, context: unknown) => Promise<unknown>;
type Parts = Parameters<typeof call>[2];

/**
 * The service's API handler in this process, on the tables of the running platform and with the rights of its
 * function: what remains when HTTP, gateway and worker thread are taken away. Throws when a call is refused.
 */
export async function bareHandler({ cloud }: LocalPlatform, service: 'Enrollment' | 'Quizzes') {
  const path = `HocVuSo-local-${service}/Api/Function`;
  const { endpoint, region, credentials } = cloud.asFunction(path);
  const { Variables } = cloud.resource(path).properties.Environment as { Variables: Record<string, string> };
  Object.assign(process.env, Variables, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    POWERTOOLS_DEV: 'false',
  });
  const { handler } = (await import(`../../services/${service.toLowerCase()}/handlers/api.ts`)) as {
    handler: Handler;
  };
  const handle = async (
    route: Route,
    client: Client,
    roles: readonly Role[],
    parts: Parts,
  ): Promise<void> => {
    const at = new Date().toISOString();
    const answer = await call(handler, route, { ...parts, at, actor: { personId: client.personId, roles } });
    if (answer.status >= 300) throw new Error(`${route.path}: ${JSON.stringify(answer.body)}`);
  };
  return { handle, table: Variables.TABLE_NAME ?? '' };
}
