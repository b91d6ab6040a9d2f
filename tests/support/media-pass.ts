import { passRoutes } from '../../services/media/contract-delivery.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { Answer, Client } from './client.ts';

/** The cookies of an answer as a browser sends them back. */
export const cookiesOf = ({ headers }: Answer): { cookie: string } => ({
  cookie: headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
});

/** Headers that open the files of an asset, by a pass that the person is given. Throws when there is none for them. */
export async function passFor(
  client: Client,
  assetId: string,
  route: Route = passRoutes.issuePass,
): Promise<{ cookie: string }> {
  const answer = await client.call(route, { params: { assetId } as never });
  if (answer.status !== 200) throw new Error(`No pass to ${assetId}: ${answer.status} ${answer.text}`);
  return cookiesOf(answer);
}

/** The same for an address below /media. */
export const passTo = (client: Client, address: string): Promise<{ cookie: string }> =>
  passFor(client, /^\/media\/([^/]+)\//.exec(address)?.[1] ?? '');
