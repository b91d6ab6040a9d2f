import { describe, expect, it } from 'vitest';
import { help } from '../../messages/vi/help.ts';
import { pageAt } from '../../pages.ts';
import { findGuides, GUIDES } from './guides.ts';

const found = (query: string) => findGuides(GUIDES, help.guides, query).map(({ name }) => name);

describe('guides', () => {
  it('are each listed once, and have three steps or more', () => {
    expect(GUIDES.map(({ name }) => name).toSorted()).toEqual(Object.keys(help.guides).toSorted());
    for (const { steps } of Object.values(help.guides)) expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  it('lead to pages that the site has', () => {
    for (const { name, on } of GUIDES) if (on) expect(pageAt(on.href), name).not.toBe('not-found');
  });

  it('are found without marks, by other words for the same trouble, the ones named so first', () => {
    expect(found('dang nhap')[0]).toBe('signIn');
    expect(found('quen mat khau')).toEqual(['signIn']);
    expect(found('lua dao')).toEqual(['suspicious']);
    expect(found('DIEM cua toi')[0]).toBe('mark');
    expect(found('khong co gi nhu the')).toEqual([]);
    expect(found('')).toHaveLength(GUIDES.length);
  });
});
