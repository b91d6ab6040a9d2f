import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ClassMemberAddedV1 } from '../../events/people/class-member-added.v1.ts';
import { ClassMemberRemovedV1 } from '../../events/people/class-member-removed.v1.ts';
import { PersonRegisteredV1 } from '../../events/people/person-registered.v1.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Who is who: the register, the accounts that follow from it, and the classes. */
export class PeopleStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'people', props);
    const { users } = this.foundation;
    const pool = { USER_POOL_ID: users.userPoolId };
    const api = this.serve(
      peopleRoutes,
      { impact: 'nobody can be registered and no class can be seen', environment: pool },
      { table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], index: true },
    );
    api.allow(['cognito-idp:AdminSetUserPassword'], [users.userPoolArn]);
    this.publish(PersonRegisteredV1, ClassMemberAddedV1, ClassMemberRemovedV1);
    this.on(
      PersonRegisteredV1,
      { impact: 'people just registered cannot sign in', environment: pool },
      { table: ['GetItem', 'UpdateItem'] },
    ).allow(['cognito-idp:AdminCreateUser', 'cognito-idp:AdminAddUserToGroup'], [users.userPoolArn]);
    const first = this.function(
      'FirstAdministrator',
      'first-administrator.command',
      { impact: 'a new centre cannot be set up', environment: pool },
      { table: ['GetItem', 'PutItem', 'UpdateItem'] },
    ).allow(
      ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminAddUserToGroup', 'cognito-idp:AdminSetUserPassword'],
      [users.userPoolArn],
    );
    new CfnOutput(this, 'FirstAdministratorFunction', { value: first.fn.functionName });
  }
}
