import type { Resource } from '../template/resource.ts';
import type { Context } from './conditions.ts';
import { type Caller, decide, type PolicyRequest, type Statement } from './policy.ts';
import { readTemplatePolicies, type TemplatePolicies } from './template-policies.ts';

const NO_STATEMENTS: readonly Statement[] = [];

/** Every request here counts as encrypted in transit: loopback stands in for TLS. */
const TRANSPORT: Context = { 'aws:SecureTransport': 'true' };

/** A bucket's policy guards its objects too. */
const guardedBy = (resourceArn: string): string =>
  resourceArn.startsWith('arn:aws:s3:::') ? (resourceArn.split('/')[0] ?? resourceArn) : resourceArn;

/** Evaluates the policies of the template as AWS does within one account: denied by default, an explicit denial wins. */
export class Iam {
  readonly #policies: TemplatePolicies;
  readonly #account: string;

  /** Throws `StartRefused` when a policy uses something that cannot be evaluated here. */
  constructor(resources: readonly Resource[], account: string) {
    this.#policies = readTemplatePolicies(resources);
    this.#account = account;
  }

  /** Whether a role may act on a resource, by its own policies or the resource's. */
  allowed(roleName: string, action: string, resourceArn: string, context: Context = {}): boolean {
    const caller: Caller = { role: `arn:aws:iam::${this.#account}:role/${roleName}` };
    const request = this.#request(caller, action, resourceArn, context);
    const own = decide(this.#policies.identity.get(roleName) ?? NO_STATEMENTS, request);
    const guarded = decide(this.#guards(resourceArn), request);
    return own !== 'deny' && guarded !== 'deny' && (own === 'allow' || guarded === 'allow');
  }

  /** Whether an AWS service (`events.amazonaws.com`) may act on a resource on behalf of `sourceArn`: the resource's policy decides. */
  serviceAllowed(service: string, action: string, resourceArn: string, sourceArn: string): boolean {
    const context = { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': this.#account };
    return (
      decide(this.#guards(resourceArn), this.#request({ service }, action, resourceArn, context)) === 'allow'
    );
  }

  /** Whether a service may take on a role, and that role may do the action. */
  allowedThroughRole(
    service: string,
    roleArn: string,
    action: string,
    resourceArn: string,
    sourceArn: string,
  ): boolean {
    const roleName = roleArn.split('/').at(-1) ?? '';
    const context = { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': this.#account };
    const assume = this.#request({ service }, 'sts:AssumeRole', roleArn, context);
    const trusted = decide(this.#policies.trust.get(roleName) ?? NO_STATEMENTS, assume) === 'allow';
    return trusted && this.allowed(roleName, action, resourceArn);
  }

  #guards(resourceArn: string): readonly Statement[] {
    return this.#policies.resource.get(guardedBy(resourceArn)) ?? NO_STATEMENTS;
  }

  #request(caller: Caller, action: string, resource: string, context: Context): PolicyRequest {
    return { caller, action, resource, context: { ...TRANSPORT, ...context } };
  }
}
