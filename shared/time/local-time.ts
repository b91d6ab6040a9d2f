/** Days and school years are counted in Ho Chi Minh City (UTC+7, no daylight saving); instants are stored in UTC. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** The local calendar day of an instant, YYYY-MM-DD. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** The local time of day of an instant, HH:MM. */
export const clockOf = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);

/** First instant (UTC) of a local day. */
export const startOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS).toISOString();

/** The local day `days` after `day` (negative: before). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Calendar days from one local day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A school year runs from August to July and is named by both calendar years: "2026-2027". */
export const schoolYearOf = (instant: string): string => {
  const [year = 0, month = 0] = dayOf(instant).split('-').map(Number);
  const first = month >= 8 ? year : year - 1;
  return `${first}-${first + 1}`;
};
