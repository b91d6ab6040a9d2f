import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Repository } from './domain/oai/response.ts';
import { catalogueName, publisher } from './messages.ts';

/** A form with more is not one of a harvester. Bytes. */
const LARGEST_FORM = 4_000;

/** The arguments of a posted form. */
export function formOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  return new URLSearchParams(text.slice(0, LARGEST_FORM));
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost'];

/**
 * Where a stage knows its own site, that; on one machine, whose port is known only then, the host that was asked.
 * Throws elsewhere: whoever asks may write any host, and harvesters would be sent there.
 */
function siteOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const { SITE_ORIGIN } = process.env;
  if (SITE_ORIGIN) return SITE_ORIGIN;
  const site = `http://${headers['x-forwarded-host'] ?? headers.host ?? requestContext.domainName}`;
  if (LOOPBACK.includes(new URL(site).hostname)) return site;
  throw new Error('SITE_ORIGIN is not set');
}

/** The repository as this request reaches it. */
export function repositoryAt(event: APIGatewayProxyEventV2): Repository {
  const site = siteOf(event);
  return {
    baseUrl: `${site}/v1/oai`,
    domain: new URL(site).hostname,
    name: catalogueName,
    adminEmail: process.env.CONTACT_EMAIL ?? `admin@${new URL(site).hostname}`,
    placeOf: (materialId) => ({ address: `${site}/thu-vien/hoc-lieu?id=${materialId}`, publisher }),
  };
}
