import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

const poolId = (): string => {
  const id = process.env.USER_POOL_ID;
  if (!id) throw new Error('USER_POOL_ID is not set: the people stack sets it');
  return id;
};

/**
 * Accounts of the sign-in service. The user name is the person's reference, the sign-in name its alias.
 * Every call may be repeated: the second time it finds done what it was to do.
 */
export class Accounts {
  readonly #client: CognitoIdentityProviderClient;
  readonly #pool: string;

  constructor(client = new CognitoIdentityProviderClient(), pool = poolId()) {
    this.#client = client;
    this.#pool = pool;
  }

  async ensure(person: {
    readonly personId: string;
    readonly loginName: string;
    readonly roles: readonly string[];
  }): Promise<void> {
    await this.#create(person.personId, person.loginName);
    for (const role of person.roles) {
      await this.#client.send(
        new AdminAddUserToGroupCommand({
          UserPoolId: this.#pool,
          Username: person.personId,
          GroupName: role,
        }),
      );
    }
  }

  /** `once` makes the person choose an own password at the next sign-in. */
  async setPassword(personId: string, password: string, use: 'once' | 'lasting'): Promise<void> {
    await this.#client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.#pool,
        Username: personId,
        Password: password,
        Permanent: use === 'lasting',
      }),
    );
  }

  async #create(personId: string, loginName: string): Promise<void> {
    try {
      await this.#client.send(
        new AdminCreateUserCommand({
          UserPoolId: this.#pool,
          Username: personId,
          MessageAction: 'SUPPRESS',
          UserAttributes: [{ Name: 'preferred_username', Value: loginName }],
        }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
    }
  }
}
