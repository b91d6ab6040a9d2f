import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { StartRefused } from './start-refused.ts';

const Properties = z.record(z.string(), z.unknown());

const Template = z.object({
  Resources: z
    .record(
      z.string(),
      z.object({
        Type: z.string(),
        Condition: z.string().optional(),
        Properties: Properties.default({}),
        Metadata: Properties.default({}),
      }),
    )
    .default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Export: z.object({ Name: z.unknown() }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
  Conditions: Properties.default({}),
  Mappings: z.record(z.string(), z.record(z.string(), Properties)).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
});
type Template = z.infer<typeof Template>;

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.array(z.string()).default([]),
      properties: Properties.default({}),
    }),
  ),
});

const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

/** One synthesized stack as it lies on disk: `assets` maps an asset's object key to its absolute path. */
export type StackFiles = {
  readonly name: string;
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
};

function readJson<T>(schema: z.ZodType<T>, file: string): T {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    throw new StartRefused(`The synthesized template is missing: ${file} cannot be read.`);
  }
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new StartRefused(`${file} is not what CDK writes: ${z.prettifyError(parsed.error)}`);
}

function readAssets(directory: string, artifact: string): Map<string, string> {
  const file = path.join(directory, `${artifact}.assets.json`);
  if (!fs.existsSync(file)) return new Map();
  const sources = Object.values(readJson(AssetManifest, file).files);
  return new Map(
    sources.flatMap(({ source, destinations }) =>
      Object.values(destinations).map(
        ({ objectKey }) => [objectKey, path.resolve(directory, source.path ?? '')] as const,
      ),
    ),
  );
}

/** Reads a `cdk.out` directory: every stack after the stacks it depends on. Throws `StartRefused` when a file is missing. */
export function readStackFiles(directory: string): StackFiles[] {
  const { artifacts } = readJson(Manifest, path.join(directory, 'manifest.json'));
  const ordered: StackFiles[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const artifact = artifacts[id];
    if (artifact?.type !== 'aws:cloudformation:stack' || seen.has(id)) return;
    seen.add(id);
    for (const dependency of artifact.dependencies) visit(dependency);
    const file = path.join(directory, String(artifact.properties.templateFile ?? `${id}.template.json`));
    ordered.push({
      name: String(artifact.properties.stackName ?? id),
      template: readJson(Template, file),
      assets: readAssets(directory, id),
    });
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return ordered;
}
