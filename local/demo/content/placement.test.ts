import { expect, test } from 'vitest';
import { englishLeftovers, longSentences } from '../../../tests/support/plain-words.ts';
import { demoPlacementItems } from '../content.ts';

const items = demoPlacementItems();

test.each(items)(
  '$stem asks in short Vietnamese sentences, with one right answer of four',
  ({ stem, options }) => {
    const texts = [stem, ...options.map(({ text }) => text)];
    expect(texts.flatMap(longSentences)).toEqual([]);
    // An operator that is typed into a search engine as it is.
    expect(texts.filter((text) => text !== 'site:gov.vn').flatMap(englishLeftovers)).toEqual([]);
    expect(options.filter(({ weight }) => weight > 0)).toHaveLength(1);
    expect(new Set(options.map(({ text }) => text)).size).toBe(4);
  },
);

test('who takes the longest option does no better than chance', () => {
  const longest = items.filter(
    ({ options }) => options.toSorted((a, b) => b.text.length - a.text.length)[0]?.weight === 100,
  );
  expect(longest.length / items.length).toBeLessThanOrEqual(0.25);
});
