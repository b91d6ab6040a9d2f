import { expect, test } from 'vitest';
import { needsClosing, rulesIn, USUAL_RULES } from './quiz-rules.ts';

test('typed times are those of the centre, wherever the device is', () => {
  const draft = { ...USUAL_RULES, opens: '2026-12-01T07:30', closes: '2026-12-01T17:00' };
  expect(rulesIn(draft, true)).toMatchObject({
    opensAt: '2026-12-01T00:30:00.000Z',
    closesAt: '2026-12-01T10:00:00.000Z',
    lateSyncHours: 24,
    shuffle: { items: true, options: true },
    markers: 1,
  });
});

test('a quiz without any limit of time asks for no late answers', () => {
  expect(rulesIn(USUAL_RULES, false).lateSyncHours).toBe(0);
  expect(rulesIn(USUAL_RULES, true).lateSyncHours).toBe(24);
  expect(rulesIn({ ...USUAL_RULES, lateHours: '' }, true).lateSyncHours).toBe(0);
});

test('what is shown after the close needs a closing time', () => {
  const late = { ...USUAL_RULES, marks: 'after-close' } as const;
  expect([USUAL_RULES, late, { ...late, closes: '2026-12-01T17:00' }].map(needsClosing)).toEqual([
    false,
    true,
    false,
  ]);
});
