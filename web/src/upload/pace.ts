/** How fast a file goes out. Instants are milliseconds of any one clock; speed is bytes a second, smoothed. */
export type Pace = { readonly at: number; readonly bytes: number; readonly speed?: number };

/** A change of the line is believed after about this long. Milliseconds. */
const BELIEF_MS = 8_000;
/** Less than this between two looks says nothing: bytes leave in bursts. Milliseconds. */
const SHORTEST_MS = 500;
/** A line that gave nothing for this long has no speed to tell, whatever it was before. Milliseconds. */
const LONGEST_MS = 20_000;

/** The pace of a file of which `bytes` have gone out when it begins, or goes on after a pause. */
export const paceFrom = (at: number, bytes: number): Pace => ({ at, bytes });

/**
 * The pace after another look, exponentially smoothed by the time that passed. Bytes that come back, as when a part
 * broke and has to be sent again, count as standing still.
 */
export function paceAfter(was: Pace, at: number, bytes: number): Pace {
  const ms = at - was.at;
  if (ms < SHORTEST_MS) return was;
  if (ms > LONGEST_MS) return paceFrom(at, bytes);
  const now = (Math.max(0, bytes - was.bytes) * 1000) / ms;
  const weight = 1 - Math.exp(-ms / BELIEF_MS);
  const speed = was.speed === undefined ? now : was.speed + weight * (now - was.speed);
  return { at, bytes, speed };
}

/** Seconds until the rest has gone out; undefined while nobody can say. */
export const secondsLeft = ({ speed }: Pace, bytesLeft: number): number | undefined =>
  speed !== undefined && speed >= 1 ? Math.max(0, bytesLeft) / speed : undefined;

/** How long as people say it: never more exact than it can be known. */
export type Rough =
  | { readonly unit: 'moment' }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number };

/** Rounded up: whoever waits is glad when it was less. Below a minute a moment, from an hour on to ten minutes. */
export function roughly(seconds: number): Rough {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return { unit: 'moment' };
  if (minutes < 60) return { unit: 'minutes', minutes };
  const tens = Math.ceil(minutes / 10) * 10;
  return { unit: 'hours', hours: Math.floor(tens / 60), minutes: tens % 60 };
}
