import * as z from 'zod';
import { description, inert, tags, text } from './property.ts';

/** AWS::SecretsManager::Secret whose text is put into it after the deployment. */
export const Secret = z.strictObject({
  Name: text,
  Description: description,
  GenerateSecretString: inert('the random text stands there until a real one is put in'),
  KmsKeyId: inert('no encryption at rest locally: the disk of the machine is the boundary'),
  Tags: tags,
});

/** AWS::CloudFront::PublicKey. */
export const PublicKey = z.strictObject({
  PublicKeyConfig: z.strictObject({
    Name: text,
    CallerReference: inert('tells one request to make it from another'),
    Comment: description,
    EncodedKey: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
  }),
});

/** AWS::CloudFront::KeyGroup. */
export const KeyGroup = z.strictObject({
  KeyGroupConfig: z.strictObject({ Name: text, Comment: description, Items: z.array(text).min(1) }),
});
