import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundlesOf } from './bundles.suite.ts';
import { list, type Platform, type Resource } from './platform.ts';
import { actionsUsed } from './table-actions.ts';

/** Leave to read the stream comes with the mapping, not from the code. */
const OF_STREAMS = /^dynamodb:(ListStreams|DescribeStream|GetRecords|GetShardIterator)$/;

/** Actions on the table that the function's role allows, the way `actionsUsed` names them. */
const allowedOnTable = (platform: Platform, lambda: Resource): string[] => {
  const granted = platform
    .statementsOf(lambda)
    .flatMap(({ actions, resources }) =>
      actions
        .filter((action) => action.startsWith('dynamodb:') && !OF_STREAMS.test(action))
        .flatMap((action) =>
          list(resources).map(
            (resource) =>
              action.replace('dynamodb:', '') +
              (JSON.stringify(resource).includes('/index/') ? ' on index' : ''),
          ),
        ),
    );
  return [...new Set(granted)].sort();
};

/** `services/quizzes/handlers/api.ts` → the function that runs it: construct ids follow the handler's name. */
const functionOf = (platform: Platform, entryPoint: string): Resource | undefined => {
  const [, service = '', , file = ''] = entryPoint.split('/');
  const id = (file.split('.')[0] ?? '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const ofService = platform.functions().filter((lambda) => platform.serviceOf(lambda) === service);
  const isNamed = ({ address }: Resource) => new RegExp(`/(Events)?${id}Function[0-9A-F]{8}$`).test(address);
  return ofService.find(isNamed);
};

/** What each function may do with its table against what its code can come to, both ways. */
export function tableActionsSuite(platform: Platform, metafile: Metafile): void {
  const bundles = bundlesOf(metafile);

  it('finds a handler for every function', () => {
    const found = bundles.map(({ entryPoint }) => functionOf(platform, entryPoint)?.address);
    expect(found.toSorted()).toEqual(
      platform
        .functions()
        .map(({ address }) => address)
        .toSorted(),
    );
  });

  describe.each(bundles)('$entryPoint', ({ entryPoint, inputs }) => {
    it('may do with its table what its code does, and nothing more', () => {
      const lambda = functionOf(platform, entryPoint);
      expect(lambda && allowedOnTable(platform, lambda)).toEqual(actionsUsed(entryPoint, inputs));
    });
  });
}
