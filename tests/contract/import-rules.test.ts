import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { ImportTree } from './import-tree.ts';

type Config = { forbidden: { name: string }[]; options: object } & ICruiseOptions['ruleSet'];
const { options, ...ruleSet } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Config;

/** Violations as `rule: from → to`, and how many modules were read. */
async function check(tree: ImportTree) {
  const read = await cruise(['values', 'all'], { ...options, ruleSet, validate: true, baseDir: tree.folder });
  const { summary } = read.output as ICruiseResult;
  const found = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { found, modules: summary.totalCruised };
}

/** One breach of each rule: where it stands, and what stands there. */
const breaches: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'no-circle': ['shared/text/circle-a.ts', "import './circle-b.ts';"],
  'all-found': ['shared/text/lost.ts', "import './nowhere.ts';"],
  'domain-is-pure': ['services/quizzes/domain/breach.ts', "import '../store.ts';"],
  'commands-know-no-store': [
    'services/quizzes/commands/breach.ts',
    "import { AttemptStore } from '../store.ts'; new AttemptStore();",
  ],
  'decisions-reach-no-runtime': [
    'services/quizzes/queries/breach.ts',
    "import '#shared/store/transactions.ts';",
  ],
  'handlers-know-no-sdk': [
    'services/quizzes/handlers/breach.ts',
    "import type { GetCommand } from '@aws-sdk/lib-dynamodb';",
  ],
  'contracts-are-values': ['services/breach/contract.ts', "import '#shared/http/problem.ts';"],
  'contracts-need-zod-alone': ['services/breach-two/contract.ts', "import 'ulid';"],
  'events-are-leaves': ['events/breach.ts', "import type { Role } from '../shared/contract/roles.ts';"],
  'events-need-zod-alone': ['events/breach-two.ts', "import 'ulid';"],
  'shared-knows-no-service': [
    'shared/text/breach.ts',
    "import type { Quiz } from '../../services/quizzes/contract.ts';",
  ],
  'services-are-strangers': [
    'services/quizzes/breach.ts',
    "import type { Person } from '../people/contract.ts';",
  ],
  'services-are-deployed-alone': [
    'services/quizzes/breach-two.ts',
    "import type { Stage } from '../../infra/stages.ts';",
  ],
  'infra-reads-contracts': ['infra/breach.ts', "import '../services/quizzes/problems.ts';"],
  'local-runs-bundles': ['local/breach.ts', "import '../services/quizzes/contract.ts';"],
  'web-takes-pure-code': ['web/src/breach.ts', "import '../../services/quizzes/contract.ts';"],
  'web-names-contracts': [
    'web/src/breach-two.ts',
    "import type { X } from '../../services/quizzes/store.ts';",
  ],
  'shells-are-plain': ['web/shells/breach.ts', "import '../src/session/session.ts';"],
  'docs-read-contracts': ['docs/breach.ts', "import type { X } from '../infra/stages.ts';"],
};

// One reading serves both: nothing in the repository imports a breach, so a breach tells on itself only.
const tree = new ImportTree();
for (const [file, source] of Object.values(breaches)) tree.add(file, source);
tree.add('shared/text/circle-b.ts', "import './circle-a.ts';");
const { found, modules } = await check(tree);
const planted = new Set(['circle-b', ...Object.values(breaches).map(([file]) => file.replace(/\.ts$/, ''))]);
const isPlanted = ({ from }: { from: string }) => [...planted].some((file) => from.endsWith(`${file}.js`));

describe('imports', () => {
  it('keep to the rules', () => {
    expect(found.filter((each) => !isPlanted(each))).toEqual([]);
    expect(modules).toBeGreaterThan(500);
  });

  it.each(Object.entries(breaches))('that break %s are found', (rule, [file]) => {
    const from = expect.stringMatching(`/${file.replace(/ts$/, 'js')}$`);
    expect(found).toContainEqual({ rule, from, to: expect.any(String) });
  });

  it('have a breach for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual(ruleSet.forbidden.map(({ name }) => name).sort());
  });
});
