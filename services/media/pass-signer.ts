import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { getSignedCookies } from '@aws-sdk/cloudfront-signer';
import * as z from 'zod';
import { PASS_SECONDS } from './domain/access.ts';
import { cookieFor, folderOfMedia, folderOfPackage, passPolicy } from './domain/pass.ts';

/** What the deployment keeps in the secret (infra/pass-key.ts). */
const SigningKey = z.object({ keyPairId: z.string(), privateKey: z.string() });
type SigningKey = z.infer<typeof SigningKey>;

export type PassCookie = { readonly name: string; readonly value: string };

/** A key that was replaced is known here after this long, and the edge takes the former one until the next deployment. */
const KEPT_FOR_MS = 5 * 60_000;

/** Signs passes with the key that this function alone may read. */
export class PassSigner {
  readonly #client: SecretsManagerClient;
  readonly #secret: string;
  readonly #host: string;
  readonly #packageHost: string;
  #key: { readonly value: Promise<SigningKey>; readonly until: number } | undefined;

  constructor(
    client = new SecretsManagerClient(),
    {
      PASS_SECRET = '',
      SITE_HOST = '',
      PACKAGE_HOST = '',
    }: Readonly<Record<string, string | undefined>> = process.env,
  ) {
    this.#client = client;
    this.#secret = PASS_SECRET;
    this.#host = SITE_HOST;
    this.#packageHost = PACKAGE_HOST;
  }

  /** The Set-Cookie values of a pass that begins at `at`. */
  async sign(assetId: string, at: string): Promise<readonly string[]> {
    const signed = await this.#signed(this.#host, folderOfMedia(assetId), at);
    return signed.map(({ name, value }) => cookieFor(assetId, name, value));
  }

  /** A pass to a package, for the page at the packages' own origin to keep: no answer of the site sets cookies there. */
  signPackage(assetId: string, at: string): Promise<readonly PassCookie[]> {
    return this.#signed(this.#packageHost, folderOfPackage(assetId), at);
  }

  async #signed(host: string, folder: string, at: string): Promise<PassCookie[]> {
    const until = Math.floor(Date.parse(at) / 1000) + PASS_SECONDS;
    const { keyPairId, privateKey } = await this.#signingKey(Date.parse(at));
    const policy = passPolicy(host, folder, until);
    const signed = getSignedCookies({ keyPairId, privateKey, policy, algorithm: 'SHA256' });
    return Object.entries(signed).map(([name, value]) => ({ name, value: String(value) }));
  }

  #signingKey(now: number): Promise<SigningKey> {
    if (!this.#key || this.#key.until < now) {
      const value = this.#read();
      this.#key = { value, until: now + KEPT_FOR_MS };
      // A failure is not kept: the next request asks again.
      value.catch(() => {
        this.#key = undefined;
      });
    }
    return this.#key.value;
  }

  async #read(): Promise<SigningKey> {
    const { SecretString = '' } = await this.#client.send(
      new GetSecretValueCommand({ SecretId: this.#secret }),
    );
    return SigningKey.parse(JSON.parse(SecretString));
  }
}
