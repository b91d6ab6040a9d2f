import { expect, it } from 'vitest';
import { staffHome } from '../../messages/vi/staff-home.ts';
import { vi } from '../../messages/vi.ts';
import { countedText } from './counted-text.ts';

const { campaigns, overview } = vi;

it('says of nothing counted the same everywhere: in words, never as a 0', () => {
  expect(countedText(1284, campaigns, 'vi')).toBe('1.284');
  const none = [
    countedText(0, campaigns, 'vi'),
    campaigns.summary(0, 0),
    campaigns.headline(1, 0, 0),
    campaigns.byScan(0),
    staffHome.counts.campaigns(1, 0),
    overview.noData,
  ];
  for (const text of none) {
    expect(text).toMatch(/chưa có/i);
    expect(text).not.toMatch(/\b0\b/);
  }
  expect(campaigns.summary(25, 0)).toBe('25 lượt mở, chưa có người vào học');
});
