import type { OwnKey } from '../cloudfront/own-key.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { CheckedResources } from './checked-resources.ts';

type Dependencies = {
  readonly resources: CheckedResources;
  readonly secrets: Secrets;
  readonly ownKey: OwnKey;
};

/** Declares the secrets, and does what a deployment does last: puts the private key into the one of a template with a key. */
export function declareSecrets({ resources, secrets, ownKey }: Dependencies): void {
  const declared = resources.of('AWS::SecretsManager::Secret');
  for (const { name, arn } of declared) secrets.ensureSecret({ name, arn });
  const [key] = resources.of('AWS::CloudFront::PublicKey');
  const [secret] = declared;
  if (!key || !secret) return;
  secrets.put(secret.arn, JSON.stringify({ keyPairId: key.ref, privateKey: ownKey.privateKey }));
}
