type Policy = { readonly createScriptURL: (address: string) => unknown };
type PolicyRules = { readonly createScriptURL: (address: string) => string };
type PolicyFactory = { readonly createPolicy: (name: string, rules: PolicyRules) => Policy };

/** The one policy that the content security policy lets this site create (docs/adr/0012). */
const POLICY = 'hoc-vu-so';
/** Scripts that a browser runs outside the page. Nothing else may be made into one, whoever asks. */
const OWN = /^\/(service-worker|assets\/digest\.worker-[\w-]+)\.js$/;

const ownOnly = (address: string): string => {
  if (OWN.test(address)) return address;
  throw new TypeError(`${address} is not a script of this site`);
};

let policy: Policy | undefined;

/**
 * The address of one of the site's own worker scripts, in the form that Trusted Types ask for; as it is where the browser
 * has none. Throws TypeError for any other address. No other place may create a policy.
 */
export const scriptAddress = (address: string): string => {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return ownOnly(address);
  policy ??= factory.createPolicy(POLICY, { createScriptURL: ownOnly });
  // The browser's own type is an object that reads as this text; TypeScript's DOM takes text here.
  return policy.createScriptURL(address) as string;
};
