import { CfnOutput, CfnParameter } from 'aws-cdk-lib';
import { KeyGroup, PublicKey } from 'aws-cdk-lib/aws-cloudfront';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { passKeyName, passSecretName } from '../pass-key.ts';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * The keys whose passes to recordings the edge takes, and the secret that holds the one they are signed with. A
 * deployment puts the key into the secret once the edge knows it (infra/pass-key.ts).
 */
export class PassKey extends Construct {
  readonly group: KeyGroup;
  readonly secret: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const given = stage.passPublicKeys ?? [];
    const keys = given.map((publicKey) => ({ name: passKeyName(publicKey), publicKey }));
    // Without keys the template asks whoever deploys it for one; the local cloud has its own.
    if (keys.length === 0) keys.push({ name: 'Given', publicKey: this.#parameter() });
    this.group = new KeyGroup(this, 'Keys', {
      items: keys.map(({ name, publicKey }) => this.#publicKey(name, publicKey)),
    });
    this.secret = new Secret(this, 'Secret', {
      secretName: passSecretName(stage.name),
      description: 'Signs passes to recordings; put here by npm run deploy',
      removalPolicy: stage.removal,
    });
    acknowledge(this.secret, {
      'AwsSolutions-SMG4':
        'the edge has to know a key before it is used: npm run deploy -- --new-pass-key changes it',
    });
  }

  #parameter(): string {
    const parameter = new CfnParameter(this, 'PublicKey', { description: 'RSA public key, PEM' });
    parameter.overrideLogicalId('PassPublicKey');
    return parameter.valueAsString;
  }

  #publicKey(name: string, encodedKey: string): PublicKey {
    const key = new PublicKey(this, name, { encodedKey });
    new CfnOutput(this, `Id${name}`, { value: key.publicKeyId }).overrideLogicalId(`PassKeyId${name}`);
    return key;
  }
}
