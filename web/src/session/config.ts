/** What the site is told about its surroundings; written at deployment. */
export type SiteConfig = {
  readonly stage: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly cognitoEndpoint: string;
  readonly local: boolean;
  readonly contact?: CentreContact;
};

/** How learners reach the centre; each part only where it was told at deployment. */
export type CentreContact = { readonly phone?: string; readonly address?: string };

let loading: Promise<SiteConfig> | undefined;

/** `/config.json`, read once; rejects without network and is then tried again at the next call. */
export const siteConfig = (): Promise<SiteConfig> => {
  loading ??= fetch('/config.json')
    .then((response) => {
      if (!response.ok) throw new Error(`config.json answered ${response.status}`);
      return response.json() as Promise<SiteConfig>;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
};
