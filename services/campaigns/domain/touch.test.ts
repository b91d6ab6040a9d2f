import { describe, expect, it } from 'vitest';
import { campaignDates, statusOn } from './campaign.ts';
import { acceptsTouch, creditsEnrolment, touchWindow } from './touch.ts';

const campaign = { opensOn: '2026-10-01', closesOn: '2026-12-31' };
const phone = 'Mozilla/5.0 (Linux; Android 12; SM-A125F) Chrome/120 Mobile';

describe('a campaign', () => {
  it('is open from its first to its last local day', () => {
    expect(
      ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((day) => statusOn(campaign, day)),
    ).toEqual(['planned', 'open', 'open', 'closed']);
    expect(campaignDates('2026-10-02', '2026-10-01')).toBe('closes-before-it-opens');
    expect(campaignDates('2026-10-01', '2026-10-01')).toBe('ok');
  });
});

describe('a touch', () => {
  it('counts in the campaign’s days as they are in Ho Chi Minh City', () => {
    expect(acceptsTouch(campaign, { at: '2026-09-30T17:00:00.000Z', userAgent: phone })).toBe(true);
    expect(acceptsTouch(campaign, { at: '2026-09-30T16:59:59.000Z', userAgent: phone })).toBe(false);
    expect(acceptsTouch(campaign, { at: '2026-12-31T17:00:00.000Z', userAgent: phone })).toBe(false);
  });

  it('is not a program drawing a preview', () => {
    for (const userAgent of [
      'facebookexternalhit/1.1',
      'Googlebot/2.1',
      'TelegramBot (like TwitterBot)',
      'WhatsApp/2.23',
    ]) {
      expect(acceptsTouch(campaign, { at: '2026-11-23T02:00:00.000Z', userAgent })).toBe(false);
    }
  });

  it('shares a minute with a double tap', () => {
    expect(touchWindow('2026-11-23T02:00:01.000Z')).toBe(touchWindow('2026-11-23T02:00:59.999Z'));
    expect(touchWindow('2026-11-23T02:00:59.999Z')).not.toBe(touchWindow('2026-11-23T02:01:00.000Z'));
  });

  it('is credited for thirty days, and never backwards', () => {
    const touch = { at: '2026-11-01T00:00:00.000Z' };
    expect(creditsEnrolment(touch, '2026-11-01T00:00:00.000Z')).toBe(true);
    expect(creditsEnrolment(touch, '2026-12-01T00:00:00.000Z')).toBe(true);
    expect(creditsEnrolment(touch, '2026-12-01T00:00:00.001Z')).toBe(false);
    expect(creditsEnrolment(touch, '2026-10-31T23:59:59.999Z')).toBe(false);
  });
});
