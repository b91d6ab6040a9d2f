import { AwsError } from '../core/aws-error.ts';
import type { Need } from './actions.ts';
import type { Context } from './conditions.ts';
import type { Credentials } from './credentials.ts';
import type { Iam } from './iam.ts';

type Dependencies = {
  readonly iam: Iam;
  readonly credentials: Credentials;
  readonly account: string;
  /** False lets every known key do everything, for tests of one service. */
  readonly enforced: boolean;
};

/** What the holder of an access key may do. */
export class Access {
  readonly #d: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  secretOf(accessKeyId: string): string | undefined {
    return this.#d.credentials.secretOf(accessKeyId);
  }

  may(accessKeyId: string, action: string, resource: string, context: Context = {}): boolean {
    const principal = this.#d.credentials.principal(accessKeyId);
    if (principal === undefined) return false;
    if (principal.kind === 'operator' || !this.#d.enforced) return true;
    return this.#d.iam.allowed(principal.role, action, resource, context);
  }

  /** Throws AccessDeniedException, worded as AWS words it, for the first permission that is missing. */
  require(accessKeyId: string, needs: readonly Need[]): void {
    const missing = needs.find((need) => !this.may(accessKeyId, need.action, need.resource, need.context));
    if (!missing) return;
    const principal = this.#d.credentials.principal(accessKeyId);
    const role = principal?.kind === 'role' ? principal.role : 'unknown';
    throw new AwsError(
      'AccessDeniedException',
      `User: arn:aws:sts::${this.#d.account}:assumed-role/${role}/local is not authorized to perform: ${missing.action} on resource: ${missing.resource} because no identity-based policy allows the ${missing.action} action`,
    );
  }
}
