import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

/**
 * Of the page's style sheets those that its first picture needs: the letters that stand in, colours and sizes, text, and
 * the frame with the places of heading and menu.
 */
const STYLES = ['stand-in-fonts', 'tokens', 'base', 'shell', 'page', 'menu', 'before'];

export type InlineParts = { readonly script: string; readonly style: string };

const source = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

const minified = (text: string, loader: 'js' | 'css'): string =>
  transformSync(text, { loader, minify: true, charset: 'utf8' }).code.trim();

/**
 * What stands inline in every shell, from the very sources. The build writes it into the shells and the template of the
 * cloud allows it by its hash, each without knowing of the other.
 */
export const inlineParts = (): InlineParts => ({
  script: minified(source('boot.js'), 'js'),
  style: minified(STYLES.map((name) => source(`../src/styles/${name}.css`)).join('\n'), 'css'),
});

/** How a content security policy names an inline part. */
export const cspHash = (part: string): string =>
  `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
