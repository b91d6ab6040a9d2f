/** Each message stays as long as its words take to be read twice aloud. Milliseconds, as all below. */
export const DWELL_MS = 15_000;
/** Nobody touches the remote for so long: the loop goes on. */
export const CHOOSING_MS = 30_000;
/** An opened tile is read, not pressed; a stopped loop was stopped on purpose. */
export const READING_MS = 120_000;

export type Loop = {
  readonly mode: 'looping' | 'choosing' | 'open' | 'stopped';
  /** The key of the message on screen; whoever draws it takes the first one when this has gone. */
  readonly message: string | undefined;
  readonly shownSince: number;
  /** Which tile the arrow keys stand on. */
  readonly focus: number;
  readonly touchedAt: number;
};

export type Press = 'next' | 'previous' | 'ok' | 'back' | 'pause';
export type Happening =
  | { readonly type: 'beat'; readonly messages: readonly string[]; readonly isPlaying: boolean }
  | { readonly type: 'press'; readonly press: Press; readonly tiles: number }
  | { readonly type: 'open' | 'focus'; readonly tile: number }
  | { readonly type: 'close' };

export const startLoop = (now: number): Loop => ({
  mode: 'looping',
  message: undefined,
  shownSince: now,
  focus: 0,
  touchedAt: now,
});

/** A clock that was set back must not stop the loop for as long as it was set back. */
const isOver = (since: number, now: number, ms: number): boolean => now - since >= ms || now < since;

const LIMITS = { choosing: CHOOSING_MS, open: READING_MS, stopped: READING_MS } as const;

const orFirst = (message: string | undefined, messages: readonly string[]): string | undefined =>
  message !== undefined && messages.includes(message) ? message : messages[0];

const beat = (loop: Loop, messages: readonly string[], isPlaying: boolean, now: number): Loop => {
  if (loop.mode !== 'looping') {
    if (isPlaying) return loop.touchedAt === now ? loop : { ...loop, touchedAt: now };
    if (!isOver(loop.touchedAt, now, LIMITS[loop.mode])) return loop;
    return { ...loop, mode: 'looping', message: orFirst(loop.message, messages), shownSince: now };
  }
  const at = loop.message === undefined ? -1 : messages.indexOf(loop.message);
  if (at >= 0 && !isOver(loop.shownSince, now, DWELL_MS)) return loop;
  return { ...loop, message: messages[(at + 1) % Math.max(1, messages.length)], shownSince: now };
};

const move = (loop: Loop, by: number, tiles: number): Loop => {
  if (loop.mode === 'open') return loop;
  // The first press only shows where one stands.
  const focus = loop.mode === 'choosing' ? (loop.focus + by + tiles) % tiles : loop.focus % tiles;
  return { ...loop, mode: 'choosing', focus };
};

const press = (loop: Loop, which: Press, tiles: number): Loop => {
  if (which === 'next') return move(loop, 1, tiles);
  if (which === 'previous') return move(loop, -1, tiles);
  if (which === 'pause') {
    if (loop.mode === 'open') return loop;
    return { ...loop, mode: loop.mode === 'stopped' ? 'looping' : 'stopped' };
  }
  if (which === 'back') return { ...loop, mode: loop.mode === 'open' ? 'choosing' : 'looping' };
  return loop.mode === 'choosing' ? { ...loop, mode: 'open' } : move(loop, 0, tiles);
};

/** The screen's next state. A pure step: the same loop is given back when nothing changes, so nothing is drawn anew. */
export const step = (loop: Loop, happening: Happening, now: number): Loop => {
  if (happening.type === 'beat') return beat(loop, happening.messages, happening.isPlaying, now);
  if (happening.type === 'close' && loop.mode !== 'open') return loop;
  const touched = { ...loop, touchedAt: now, shownSince: now };
  if (happening.type === 'close') return { ...touched, mode: 'choosing' };
  if (happening.type === 'press') return press(touched, happening.press, Math.max(1, happening.tiles));
  const mode = happening.type === 'open' ? 'open' : loop.mode === 'open' ? 'open' : 'choosing';
  return { ...touched, mode, focus: happening.tile };
};
