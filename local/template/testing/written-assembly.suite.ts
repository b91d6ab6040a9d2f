import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '../resource.ts';

export const ENVIRONMENT: Environment = {
  region: 'ap-southeast-1',
  account: '000000000000',
  address: 'http://127.0.0.1:4600',
  awsAddress: 'http://127.0.0.1:4601',
};

type Template = {
  readonly Resources?: Record<string, unknown>;
  readonly Outputs?: Record<string, unknown>;
  readonly [section: string]: unknown;
};

/** Writes a cloud assembly by hand, stacks in the given order: quicker than CDK, and able to say what CDK would not. */
export function writeAssembly(
  stacks: Record<string, Template>,
  dependencies: Record<string, string[]> = {},
): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  mkdirSync(directory, { recursive: true });
  const artifacts = Object.fromEntries(
    Object.keys(stacks).map((name) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        dependencies: dependencies[name] ?? [],
        properties: { templateFile: `${name}.template.json` },
      },
    ]),
  );
  writeFileSync(path.join(directory, 'manifest.json'), JSON.stringify({ artifacts }));
  for (const [name, template] of Object.entries(stacks))
    writeFileSync(path.join(directory, `${name}.template.json`), JSON.stringify(template));
  return directory;
}
