import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SLUG, suggestSlug } from './slug.ts';

describe('suggestSlug', () => {
  it('folds Vietnamese letters and joins the words', () => {
    expect(suggestSlug('Đổi mật khẩu: an toàn, dễ nhớ!')).toBe('doi-mat-khau-an-toan-de-nho');
    expect(suggestSlug('  Zalo 101 – bước đầu ')).toBe('zalo-101-buoc-dau');
  });

  it('leaves out the word that would make it too long', () => {
    expect(suggestSlug(`${'a'.repeat(50)} ${'b'.repeat(9)} c`)).toBe(`${'a'.repeat(50)}-${'b'.repeat(9)}`);
    expect(suggestSlug('a'.repeat(80))).toBe('a'.repeat(60));
  });

  it('gives an address the contract takes, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (title) => {
        const slug = suggestSlug(title);
        expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
