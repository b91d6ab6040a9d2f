import { expect, it } from 'vitest';
import { EdgeFunction } from '../../local/cloudfront/function-runtime.ts';
import { list, type Platform } from './platform.ts';

type Behaviour = {
  readonly PathPattern?: string;
  readonly TrustedKeyGroups?: readonly unknown[];
  readonly FunctionAssociations?: readonly [
    { readonly FunctionARN: { readonly 'Fn::GetAtt': readonly [string] } },
  ];
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
};
type Distribution = {
  readonly Comment: string;
  readonly DefaultCacheBehavior: Behaviour;
  readonly CacheBehaviors: readonly Behaviour[];
};

/** Foreign packages play at an origin of their own (docs/adr/0041). */
export function packageSiteSuite(platform: Platform): void {
  const [packages, site] = [true, false].map((wanted) => {
    const configs = platform
      .all('AWS::CloudFront::Distribution')
      .map(({ properties }) => properties.DistributionConfig as Distribution);
    return configs.find(({ Comment }) => Comment.endsWith('packages') === wanted);
  });
  const behaviours = (of: Distribution | undefined) => of?.CacheBehaviors ?? [];
  const policyOf = (behaviour: Behaviour | undefined): string => {
    const [found] = platform
      .all('AWS::CloudFront::ResponseHeadersPolicy')
      .filter(({ address }) => address.includes(behaviour?.ResponseHeadersPolicyId.Ref ?? 'none'));
    return JSON.stringify(found?.properties);
  };

  it('opens packages to whoever holds a pass, and serves nothing else of the recordings', () => {
    expect(
      behaviours(packages).map(({ PathPattern, TrustedKeyGroups = [] }) => [
        PathPattern,
        list(TrustedKeyGroups).length,
      ]),
    ).toEqual([['/packages/*', 1]]);
  });

  it('asks for a file whose name has a plus by that name, where S3 would read a space', () => {
    const [called] = behaviours(packages)[0]?.FunctionAssociations ?? [];
    const [id = 'none'] = called?.FunctionARN['Fn::GetAtt'] ?? [];
    const [found] = platform.all('AWS::CloudFront::Function').filter(({ address }) => address.includes(id));
    const plus = new EdgeFunction('plus', String(found?.properties.FunctionCode));
    const asked = plus.run({ request: { uri: '/packages/A/h/c++ 1%2B2.png' } });
    expect(asked).toEqual({ uri: '/packages/A/h/c%2B%2B 1%2B2.png' });
  });

  it('never serves packages at the origin of the site', () => {
    expect(behaviours(site).map(({ PathPattern }) => PathPattern)).not.toContainEqual(
      expect.stringMatching(/^\/\*|packages/),
    );
  });

  it('lets a package load its own files alone, and be framed', () => {
    const policy = policyOf(behaviours(packages)[0]);
    expect(policy).toContain("default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
    expect(policy).toContain("connect-src 'self' data: blob:; worker-src blob:");
    expect(policy).not.toMatch(/https?:|FrameOptions|frame-ancestors/);
  });

  it('lets no text become code in the page around it, and no address into its frame but its own', () => {
    const policy = policyOf(packages?.DefaultCacheBehavior);
    expect(policy).toMatch(
      /default-src 'none'; script-src 'self'; .*frame-src 'self'; worker-src 'none'; .*trusted-types 'none'/,
    );
    expect(policy).not.toMatch(/unsafe|FrameOptions/);
  });
}
