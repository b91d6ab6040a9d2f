import { describe, expect, it } from 'vitest';
import { bundlesSuite } from './bundles.suite.ts';
import { doorstepSuite } from './doorstep.suite.ts';
import { gatewaySuite } from './gateway.suite.ts';
import { layersSuite } from './layers.suite.ts';
import { packageSiteSuite } from './package-site.suite.ts';
import { permissionsSuite } from './permissions.suite.ts';
import { queuesSuite } from './queues.suite.ts';
import { resourcesSuite } from './resources.suite.ts';
import { synthesized } from './synthesized.ts';
import { tableActionsSuite } from './table-actions.suite.ts';
import { webSiteSuite } from './web-site.suite.ts';

// One synthesis for all facts: it costs ten seconds, the facts cost nothing.
const { platform, metafile, findings } = await synthesized();

describe('the AwsSolutions rules', () => {
  it('find nothing that is not accounted for', () => {
    expect(findings).toEqual([]);
  });
});
describe('the doorstep', () => doorstepSuite(platform));
describe('the addresses of the site', webSiteSuite);
describe('the origin of packages', () => packageSiteSuite(platform));
describe('the gateway', () => gatewaySuite(platform));
describe('queues', () => queuesSuite(platform));
describe('permissions', () => permissionsSuite(platform));
describe('resources', () => resourcesSuite(platform));
describe('bundles', () => bundlesSuite(metafile));
describe('layers', () => layersSuite(platform));
describe('table actions', () => tableActionsSuite(platform, metafile));
