import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageAt } from './src/pages.ts';

type Icon = {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
};
type Manifest = {
  readonly start_url: string;
  readonly theme_color: string;
  readonly icons: readonly Icon[];
  readonly shortcuts: readonly { readonly url: string }[];
};

const publicFile = (name: string) => readFileSync(join(import.meta.dirname, 'public', name));
const manifest: Manifest = JSON.parse(publicFile('manifest.webmanifest').toString());

describe('manifest of the installed site', () => {
  it('names pictures of the size it says, one of them to be cut into any shape', () => {
    const pictures = manifest.icons.filter(({ type }) => type === 'image/png');
    for (const { src, sizes } of pictures) {
      // Width and height stand in the first chunk of a PNG (RFC 2083, section 4.1.1).
      const png = publicFile(src);
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
    expect(pictures.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(pictures.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  });

  it('leads to pages of the site, in its own paper colour', () => {
    for (const url of [manifest.start_url, ...manifest.shortcuts.map((one) => one.url)])
      expect(pageAt(url), url).not.toBe('not-found');
    const tokens = readFileSync(join(import.meta.dirname, 'src/styles/tokens.css'), 'utf8');
    expect(tokens).toContain(manifest.theme_color);
  });
});
