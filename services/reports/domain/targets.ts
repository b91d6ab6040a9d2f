/** A target of one school year; `value` null when it was taken back. `version` counts its changes. */
export type Target = {
  readonly code: string;
  readonly value: number | null;
  readonly version: number;
  readonly setAt: string;
};

/** The targets that are percentages; all others count. */
const PERCENTAGES: readonly string[] = ['class-completion'];

/** Whether `value` makes sense for the target: a percentage ends at 100. */
export const isReachable = (code: string, value: number | null): boolean =>
  value === null || value <= 100 || !PERCENTAGES.includes(code);
