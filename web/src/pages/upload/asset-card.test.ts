import { describe, expect, it } from 'vitest';
import { media } from '../../messages/vi/media.ts';
import { reasonOf } from './asset-card.tsx';

const KINDS = Object.keys(media.reasonsByKind) as (keyof typeof media.reasonsByKind)[];
const of = (reason: string, kind?: (typeof KINDS)[number]) =>
  reasonOf({ reason, ...(kind && { kind }) }, media);

describe('why a file was not taken', () => {
  it('is said as fits its kind where that matters, and generally elsewhere', () => {
    expect(of('ENGINE', 'video')).toContain('MP4');
    expect(of('TOO_LARGE', 'video')).toContain('cắt thành nhiều phần');
    expect(of('TOO_LARGE', 'image')).toContain('Thu nhỏ ảnh');
    expect(of('EMPTY', 'document')).toBe(media.reasons.EMPTY);
    expect(of('TOO_LARGE')).toBe(media.reasons.TOO_LARGE);
    expect(of('A_LATER_ONE', 'image')).toBe(media.otherReason);
  });

  it.each(KINDS.filter((kind) => kind !== 'video'))(
    'asks nobody who sent a file of kind %s for a film',
    (kind) => {
      const reasons = Object.keys(media.reasons).filter(
        (reason) => reason !== 'UNRECOGNISED' && reason !== 'ANIMATED',
      );
      for (const reason of [...reasons, 'A_LATER_ONE'])
        expect(of(reason, kind)).not.toMatch(/MP4|video|máy quay/i);
    },
  );
});
