import { Aspects } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct, type IConstruct } from 'constructs';

/** Where every alarm of the platform rings; whoever is named gets its text, which says whom it hurts. */
export class AlarmBell extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { email }: { readonly email: string | undefined }) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { displayName: 'Hoc Vu So', enforceSSL: true });
    if (email) this.#topic.addSubscription(new EmailSubscription(email));
  }

  /** Hangs the bell on every alarm below `scope`, also on those declared later. */
  ringFor(scope: IConstruct): void {
    const action = new SnsAction(this.#topic);
    Aspects.of(scope).add({
      visit: (node) => {
        if (node instanceof Alarm) node.addAlarmAction(action);
      },
    });
  }
}
