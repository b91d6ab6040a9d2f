import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

/** RSA with 2048 bits is what CloudFront takes (developer guide, "Create key pairs for your signers"). */
const BITS = 2048;

export const passSecretName = (stage: string): string => `hoc-vu-so/${stage}/pass-key`;

const StoredKey = z.object({ keyPairId: z.string(), privateKey: z.string() });
type StoredKey = z.infer<typeof StoredKey>;

const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

/** A private key, PEM. */
const newPassKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: BITS })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

/** What a deployment does about the key: `publicKeys` go to the edge before it, `privateKey` into the secret after it. */
export type PassKeyPlan = {
  readonly publicKeys: readonly string[];
  /** Undefined when the key in use stays. */
  readonly privateKey: string | undefined;
};

/** The text in a secret that nobody has put a key into is random. */
function readStored(text: string | undefined): StoredKey | undefined {
  try {
    return StoredKey.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/**
 * Keeps the key in use. The first deployment makes one. With `renew` another one is made: the edge takes both until the
 * next deployment, which drops the former; passes signed with it have long ended then.
 */
export async function planPassKey(
  client: SecretsManagerClient,
  stage: string,
  renew: boolean,
): Promise<PassKeyPlan> {
  const stored = readStored(await secretText(client, stage));
  if (stored && !renew) return { publicKeys: [publicKeyOf(stored.privateKey)], privateKey: undefined };
  const privateKey = newPassKey();
  const former = stored ? [publicKeyOf(stored.privateKey)] : [];
  return { publicKeys: [...former, publicKeyOf(privateKey)], privateKey };
}

async function secretText(client: SecretsManagerClient, stage: string): Promise<string | undefined> {
  try {
    const command = new GetSecretValueCommand({ SecretId: passSecretName(stage) });
    return (await client.send(command)).SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** From now on passes are signed with the planned key, which the edge knows by the id in the stack's outputs. */
export async function usePassKey(
  client: SecretsManagerClient,
  stage: string,
  privateKey: string,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const keyPairId = outputs[passKeyOutput(publicKeyOf(privateKey))];
  if (!keyPairId) throw new Error('The stack does not say under which id CloudFront knows the new key.');
  const SecretString = JSON.stringify({ keyPairId, privateKey } satisfies StoredKey);
  await client.send(new PutSecretValueCommand({ SecretId: passSecretName(stage), SecretString }));
}

/** A public key can never be changed at CloudFront, so another key is another resource, named by its content. */
export const passKeyName = (publicKey: string): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 8).toUpperCase();

/** The output that tells a key's id at CloudFront. */
const passKeyOutput = (publicKey: string): string => `PassKeyId${passKeyName(publicKey)}`;
