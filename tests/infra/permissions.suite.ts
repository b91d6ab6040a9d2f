import { describe, expect, it } from 'vitest';
import { catalogue } from '../../events/index.ts';
import type { Platform, Resource } from './platform.ts';

/** Actions that know no narrower resource. */
const ANY_RESOURCE: Readonly<Record<string, string>> = {
  'xray:PutTraceSegments': 'a trace belongs to no resource',
  'xray:PutTelemetryRecords': 'a trace belongs to no resource',
  'dynamodb:ListStreams': 'lists, so it cannot be for one stream',
};

/** Who may do what. */
export function permissionsSuite(platform: Platform): void {
  const statements = platform.statements();

  it('names every action', () => {
    const wild = statements.filter(({ actions }) => actions.some((action) => action.includes('*')));
    expect(wild.map(({ owner, actions }) => [owner.address, actions])).toEqual([]);
  });

  it('names every resource but where none can be named', () => {
    const wild = statements.filter(({ resources }) => resources.includes('*'));
    const unexplained = wild.filter(({ actions }) => actions.some((action) => !(action in ANY_RESOURCE)));
    expect(unexplained.map(({ owner, actions }) => [owner.address, actions])).toEqual([]);
  });

  it('makes no exception that nothing uses', () => {
    const used = statements
      .filter(({ resources }) => resources.includes('*'))
      .flatMap(({ actions }) => actions);
    expect([...new Set(used)].sort()).toEqual(Object.keys(ANY_RESOURCE).sort());
  });

  it('uses no managed policy, whose text others may change', () => {
    const managed = platform.all('AWS::IAM::Role').filter(({ properties }) => properties.ManagedPolicyArns);
    expect(managed.map(({ address }) => address)).toEqual([]);
  });

  it('lets one function alone read the key that passes are signed with, and that key alone', () => {
    const readers = statements.filter(({ actions }) =>
      actions.some((action) => action.startsWith('secretsmanager:')),
    );
    expect(readers.map(({ actions, resources }) => [actions, resources.length])).toEqual([
      [['secretsmanager:GetSecretValue'], 1],
    ]);
    expect(readers[0]?.owner.address).toContain('Passes');
  });

  it('lets only those encrypt who write objects', () => {
    const owns = (lambda: Resource, action: string) =>
      platform.statementsOf(lambda).some(({ actions }) => actions.includes(action));
    const encrypting = platform.functions().filter((lambda) => owns(lambda, 'kms:GenerateDataKey'));
    expect(encrypting.length).toBeGreaterThan(0);
    expect(encrypting.filter((lambda) => !owns(lambda, 's3:PutObject'))).toEqual([]);
  });

  const speakers = platform
    .functions()
    .map((lambda) => ({
      service: platform.serviceOf(lambda),
      puts: platform.statementsOf(lambda).filter(({ actions }) => actions.includes('events:PutEvents')),
    }))
    .filter(({ puts }) => puts.length > 0);

  it('lets one function of each service speak on the bus', () => {
    const producers = new Set(catalogue.map(({ source }) => source.replace('hocvuso.', '')));
    expect(speakers.map(({ service }) => service).sort()).toEqual([...producers].sort());
  });

  describe.each(speakers)('$service', ({ service, puts }) => {
    it('speaks for itself, and says what the catalogue lists', () => {
      const own = catalogue.filter(({ source }) => source === `hocvuso.${service}`);
      expect(puts).toHaveLength(1);
      expect(puts[0]?.conditions).toEqual({
        StringEquals: { 'events:source': `hocvuso.${service}` },
        'ForAllValues:StringEquals': {
          'events:detail-type': expect.toSatisfy(
            (types: unknown) =>
              JSON.stringify([types].flat().sort()) ===
              JSON.stringify(own.map((one) => one.detailType).sort()),
          ),
        },
      });
    });
  });
}
