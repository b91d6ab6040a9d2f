import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm test`: every proof in groups, a line each, and a closing line that a machine can read.
 * `--check` runs the inner loop only; names of groups run just those; `--repeat 20` runs each chosen group so often.
 */
type Group = {
  readonly name: string;
  readonly command: readonly string[];
  readonly inner?: boolean;
  readonly counts?: boolean;
};
type Result = { readonly passed: number; readonly failed: number; readonly seconds: number };

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, '.build/test-results');

const tests = (project: string, inner = false): Group => ({
  name: project,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(results, `${project}.json`)}`,
  ],
  inner,
  counts: true,
});

const GROUPS: readonly Group[] = [
  {
    name: 'types',
    command: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.build/tsc.tsbuildinfo'],
    inner: true,
  },
  { name: 'types-web', command: ['tsc', '--noEmit', '-p', 'web/tsconfig.json'], inner: true },
  {
    name: 'types-worker',
    command: ['tsc', '--noEmit', '-p', 'web/service-worker/tsconfig.json'],
    inner: true,
  },
  { name: 'lint', command: ['biome', 'check', '.'], inner: true },
  { name: 'dead-code', command: ['knip'], inner: true },
  { name: 'generated', command: ['node', 'docs/generate/generate.ts', '--check'], inner: true },
  tests('unit', true),
  tests('handlers', true),
  tests('contract', true),
  tests('engine'),
  tests('infra'),
  tests('local'),
  tests('flows'),
  tests('browser'),
  tests('offline'),
  tests('speed'),
];

/** Runs one group; its output is shown when it fails, or all the way with --verbose. */
function run(group: Group, verbose: boolean): Promise<Result> {
  const began = Date.now();
  const [command = '', ...args] = group.command;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      if (verbose) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code) => {
      const seconds = (Date.now() - began) / 1000;
      const { passed, failed } = tally(group, code ?? 1);
      if (failed > 0 && !verbose) console.log(output);
      resolve({ passed, failed, seconds });
    });
  });
}

/** A tool counts as one check. A test run counts its tests; one that ran none, or ended badly, has failed. */
function tally(group: Group, code: number): { passed: number; failed: number } {
  if (!group.counts) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const report = JSON.parse(readFileSync(path.join(results, `${group.name}.json`), 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    const { numPassedTests: passed, numFailedTests } = report;
    const broken = code !== 0 || passed === 0;
    return { passed, failed: Math.max(numFailedTests, broken ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean' },
    verbose: { type: 'boolean' },
    repeat: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !GROUPS.some((group) => group.name === name));
if (unknown.length > 0) {
  console.error(
    `No group is called ${unknown.join(', ')}. The groups are: ${GROUPS.map((group) => group.name).join(', ')}.`,
  );
  process.exit(2);
}
const rounds = Number(values.repeat);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--repeat wants a whole number from 1 on.');
  process.exit(2);
}
const chosen = GROUPS.filter((group) =>
  positionals.length > 0 ? positionals.includes(group.name) : !values.check || group.inner,
);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
for (const group of chosen.flatMap((one) => Array.from({ length: rounds }, () => one))) {
  const { passed, failed, seconds } = await run(group, values.verbose ?? false);
  total.passed += passed;
  total.failed += failed;
  const verdict = failed === 0 ? 'ok    ' : 'FAILED';
  console.log(
    `${verdict} ${group.name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
