/** Between two questions while all is well, and the longest pause while nothing answers. Milliseconds. */
const USUAL_MS = 5 * 60_000;
const FIRST_MS = 10_000;

/**
 * How long to wait before asking again, after so many failures in a row: 10 s, doubled each time, five minutes at
 * most, and up to a fifth more or less, so that the screens of a building do not all ask in one second.
 */
export const pauseAfter = (failures: number, random: number): number => {
  const plain = failures === 0 ? USUAL_MS : Math.min(USUAL_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(plain * (0.8 + 0.4 * random));
};

const HOUR_MS = 3_600_000;
const OFFSET_HOURS = 7;

/** Whether the page should be opened anew: at night in Ho Chi Minh City, once a night, and nobody is choosing. */
export const isRenewalDue = (openedAt: number, now: number, isIdle: boolean): boolean => {
  const hour = Math.floor(now / HOUR_MS + OFFSET_HOURS) % 24;
  return isIdle && hour >= 2 && hour < 5 && now - openedAt > 6 * HOUR_MS;
};

/** Which of nine places the picture stands in this minute: letters that never move burn into a screen. */
export const shiftAt = (now: number): number => Math.floor(now / 60_000) % 9;
