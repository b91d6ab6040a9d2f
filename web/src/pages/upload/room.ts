import type { BodyOf } from '../../api/types.ts';
import { siteConfig } from '../../session/config.ts';

type Quota = BodyOf<'getUploadQuota'>;

/** Bytes that the disk still takes where the whole platform runs on one machine; undefined elsewhere, or unanswered. */
export const diskRoom = async (): Promise<number | undefined> => {
  try {
    if (!(await siteConfig()).local) return undefined;
    const answer = await fetch('/local/room.json');
    return answer.ok ? ((await answer.json()) as { readonly freeBytes: number }).freeBytes : undefined;
  } catch {
    return undefined;
  }
};

/** Bytes that may still be sent today and kept in all: what is left of one's own share, of everybody's, and of the disk. */
export const leftOf = ({ person, centre }: Quota, disk = Number.POSITIVE_INFINITY) => {
  const left = (which: 'day' | 'room') =>
    Math.max(0, Math.min(...[person, centre].map((whose) => whose[which].limit - whose[which].used), disk));
  return { day: left('day'), room: left('room') };
};
