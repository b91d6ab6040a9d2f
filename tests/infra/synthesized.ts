import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Metafile } from 'esbuild';
import { buildApp } from '../../infra/build-app.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { newApp } from '../../infra/new-app.ts';
import { Platform, type StackTemplate } from './platform.ts';

export type Finding = { readonly rule: string; readonly at: string };
export type Synthesized = {
  readonly platform: Platform;
  readonly metafile: Metafile;
  readonly findings: readonly Finding[];
};

type Report = {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
};

const readJson = <T>(...parts: string[]): T => JSON.parse(readFileSync(path.join(...parts), 'utf8')) as T;

const findingsIn = (outdir: string): Finding[] => {
  const { pluginReports } = readJson<Report>(outdir, 'validation-report.json');
  return pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => ({ rule: ruleName, at: constructPath })),
    );
};

/** Synthesis fails as a whole when a rule pack finds something; the templates and the report are written all the same. */
const synthesize = (app: App): boolean => {
  try {
    app.synth();
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Validation failed')) return false;
    throw error;
  }
};

/** Bundles the functions and synthesizes the production stage, checked by the AwsSolutions rule pack. About ten seconds. */
export async function synthesized(): Promise<Synthesized> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hoc-vu-so-infra-'));
  try {
    const metafile = await bundleFunctions();
    const app = newApp(outdir);
    buildApp(app, 'prod');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const findings = synthesize(app) ? [] : findingsIn(outdir);
    const names = app.node.children.map(({ node }) => node.id).filter((id) => id.startsWith('HocVuSo-'));
    const templates = names.map(
      (name) => [name, readJson<StackTemplate>(outdir, `${name}.template.json`)] as const,
    );
    return { platform: new Platform(Object.fromEntries(templates)), metafile, findings };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
