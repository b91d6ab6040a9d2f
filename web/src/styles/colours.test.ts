import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOUR_PAIRS, leastRatio } from '../pages/kieu/colour-pairs.ts';
import { contrastRatio } from '../pages/kieu/contrast-ratio.ts';

const SOURCE = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** Woodcuts are pictures and keep their colours whatever the theme; so do codes, which scanners read. */
const PICTURES = /(^|-|\/)(drawings?|qr-code)\.tsx$/;

const rules = (selector: string): Map<string, string> => {
  const [, body = ''] = read('styles/tokens.css').split(`${selector} {`);
  const [inside = ''] = body.split('}');
  return new Map(
    [...inside.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
};
const normal = rules(':root');
const more = new Map([...normal, ...rules('html[data-contrast="more"]')]);

describe('colours', () => {
  it('are named in the tokens and nowhere else', () => {
    const found = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(css|tsx)$/.test(file) && !file.endsWith('tokens.css') && !PICTURES.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/#[\da-f]{3,8}\b(?![\w-])|\b(?:rgb|hsl|oklch)a?\(/gi)].map(
          ([colour]) => `${file}: ${colour}`,
        ),
      );
    expect(found).toEqual([]);
  });

  it.each([
    ['as a rule', normal, false],
    ['in high contrast', more, true],
  ] as const)('stand apart far enough, %s', (_, tokens, isMore) => {
    const tooClose = COLOUR_PAIRS.map((pair) => ({
      pair,
      ratio: contrastRatio(tokens.get(pair.front) ?? '', tokens.get(pair.ground) ?? ''),
    }))
      .filter(({ pair, ratio }) => !(ratio >= leastRatio(pair, isMore)))
      .map(({ pair, ratio }) => `${pair.front} on ${pair.ground}: ${ratio.toFixed(2)}`);
    expect(tooClose).toEqual([]);
  });

  it('stand apart no less in high contrast than as a rule', () => {
    for (const { front, ground } of COLOUR_PAIRS) {
      const ratio = (tokens: ReadonlyMap<string, string>) =>
        contrastRatio(tokens.get(front) ?? '', tokens.get(ground) ?? '');
      expect(ratio(more), `${front} on ${ground}`).toBeGreaterThanOrEqual(ratio(normal));
    }
  });
});
