import type { BodyOf } from '../../api/types.ts';

type Channel = Pick<BodyOf<'getCampaign'>['channels'][number], 'label' | 'touches' | 'enrolments'>;

/** The channel worth doing more of: the one that brought most learners, or as long as none did the one opened most. */
export const bestChannel = (
  channels: readonly Channel[],
): { readonly by: 'enrolments' | 'touches'; readonly label: string; readonly count: number } | undefined => {
  for (const by of ['enrolments', 'touches'] as const) {
    const best = channels.reduce<Channel | undefined>(
      (most, one) => (most && most[by] >= one[by] ? most : one),
      undefined,
    );
    if (best && best[by] > 0) return { by, label: best.label, count: best[by] };
  }
  return undefined;
};
