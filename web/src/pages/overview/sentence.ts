import { figureValue, type Overview, standingOf, targetOf } from './standing.ts';

/** What the page says before any number: the facts of one sentence, words apart. */
export type Story =
  | { readonly kind: 'none' }
  | { readonly kind: 'plain'; readonly seats: number; readonly submitted: number | null }
  | {
      readonly kind: 'short';
      readonly code: string;
      readonly value: number;
      readonly missing: number;
      readonly target: number;
    }
  | { readonly kind: 'reached'; readonly code: string; readonly value: number; readonly of: number };

/**
 * With targets: the one that is furthest from being reached, or that all are. Without: the seats and the quizzes. A
 * target whose figure has no data yet says nothing, and neither does the share of each class, which has its own chart.
 */
export const storyOf = (overview: Pick<Overview, 'figures' | 'targets'>): Story => {
  const aimed = overview.figures.flatMap(({ code, value }) => {
    const standing = standingOf(value, targetOf(overview, code));
    return value === null || standing.state === 'no-target' || standing.state === 'no-data'
      ? []
      : [{ code, value, standing }];
  });
  const short = aimed
    .flatMap(({ code, value, standing }) =>
      standing.state === 'near' || standing.state === 'far' ? [{ code, value, standing }] : [],
    )
    .sort((a, b) => a.standing.percent - b.standing.percent)[0];
  if (short) {
    const { code, value, standing } = short;
    return { kind: 'short', code, value, missing: standing.missing, target: standing.target };
  }
  const [reached] = aimed;
  if (reached) return { kind: 'reached', code: reached.code, value: reached.value, of: aimed.length };
  const seats = figureValue(overview, 'enrolments-confirmed');
  if (seats === null) return { kind: 'none' };
  return { kind: 'plain', seats, submitted: figureValue(overview, 'attempts-submitted') };
};
