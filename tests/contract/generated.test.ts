import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { differences } from '../../docs/generate/differences.ts';
import { openApi } from '../../docs/generate/openapi.ts';
import { everyRoute } from './every-route.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('generated files', () => {
  it('are what the contracts give', async () => {
    const run = promisify(execFile)(process.execPath, ['docs/generate/generate.ts', '--check'], {
      cwd: root,
    });
    await expect(run).resolves.toMatchObject({ stderr: '' });
  });

  it('differ by pointers when they differ', () => {
    expect(differences({ a: { 'b/c': 1, d: [1, 2] } }, { a: { 'b/c': 2, d: [1, 3] }, e: 0 })).toEqual([
      '/a/b~1c',
      '/a/d/1',
      '/e',
    ]);
    expect(differences({ a: [1] }, { a: [1] })).toEqual([]);
  });

  it('refer only to schemas that the document has', async () => {
    const document = await openApi();
    const wanted = [...JSON.stringify(document.paths).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(wanted));
  });

  it('describe every route', async () => {
    const { paths } = await openApi();
    const keys = Object.entries(paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
    );
    expect(keys.sort()).toEqual(everyRoute.map(({ key }) => key).sort());
  });
});
