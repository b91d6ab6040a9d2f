import { device } from '../state/storage.ts';

/** What the site is told about its surroundings; written at deployment. */
export type SiteConfig = {
  readonly stage: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly cognitoEndpoint: string;
  readonly local: boolean;
  /** Where interactive packages play: another origin, always. */
  readonly packageOrigin: string;
  readonly contact?: CentreContact;
};

/** How learners reach the centre; each part only where it was told at deployment. */
export type CentreContact = { readonly phone?: string; readonly address?: string };

/** Where to renew a sign-in, kept for the next page's document to do so at once (web/shells/boot.js). */
const POOL_KEY = 'hvs.pool';

const keepPool = ({ cognitoEndpoint, clientId }: SiteConfig): void => {
  device.write(POOL_KEY, JSON.stringify({ endpoint: cognitoEndpoint, clientId }));
};

let loading: Promise<SiteConfig> | undefined;

/** `/config.json`, read once; rejects without network and is then tried again at the next call. */
export const siteConfig = (): Promise<SiteConfig> => {
  loading ??= fetch('/config.json')
    .then(async (response) => {
      if (!response.ok) throw new Error(`config.json answered ${response.status}`);
      const config = (await response.json()) as SiteConfig;
      keepPool(config);
      return config;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
};
