/** What a key of a keyboard, or of a television's remote, asks of a recording. */
export type Command =
  | { readonly type: 'toggle' | 'play' | 'pause' | 'captions' | 'fullscreen' | 'mute' }
  | { readonly type: 'skip'; readonly seconds: number }
  | { readonly type: 'share'; readonly of: number }
  | { readonly type: 'speed'; readonly by: 1 | -1 };

/** Seconds of a step back or on: enough to hear a sentence again. */
export const STEP = 10;

const COMMANDS: Readonly<Record<string, Command>> = {
  ' ': { type: 'toggle' },
  k: { type: 'toggle' },
  MediaPlayPause: { type: 'toggle' },
  MediaPlay: { type: 'play' },
  MediaPause: { type: 'pause' },
  MediaStop: { type: 'pause' },
  ArrowLeft: { type: 'skip', seconds: -STEP },
  j: { type: 'skip', seconds: -STEP },
  MediaRewind: { type: 'skip', seconds: -STEP },
  ArrowRight: { type: 'skip', seconds: STEP },
  l: { type: 'skip', seconds: STEP },
  MediaFastForward: { type: 'skip', seconds: STEP },
  Home: { type: 'share', of: 0 },
  End: { type: 'share', of: 1 },
  c: { type: 'captions' },
  Subtitle: { type: 'captions' },
  f: { type: 'fullscreen' },
  m: { type: 'mute' },
  '>': { type: 'speed', by: 1 },
  '<': { type: 'speed', by: -1 },
};

/** Keys of remotes that come as a number without a name: rewind, play, fast forward, pause, stop (Tizen, webOS). */
const CODES: Readonly<Record<number, Command>> = {
  412: { type: 'skip', seconds: -STEP },
  415: { type: 'play' },
  417: { type: 'skip', seconds: STEP },
  19: { type: 'pause' },
  413: { type: 'pause' },
};

type Key = Pick<KeyboardEvent, 'key' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a press means while a recording plays; undefined for keys that mean nothing. */
export const commandOf = ({ key, keyCode, ctrlKey, altKey, metaKey }: Key): Command | undefined => {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (/^\d$/.test(key)) return { type: 'share', of: Number(key) / 10 };
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? CODES[keyCode];
};

/** Slow first: many listen in a language of offices that is not theirs. */
export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 2];

/** The next speed in a direction; at either end it stays. */
export const speedAfter = (speed: number, by: 1 | -1): number => {
  const at = SPEEDS.indexOf(speed);
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))] ?? 1;
};

const endOf = ({ duration }: HTMLVideoElement): number => (Number.isFinite(duration) ? duration : 0);
const play = (video: HTMLVideoElement): void => void video.play().catch(() => undefined);

/** What more than the element has to do with. */
type Others = {
  readonly captions?: () => void;
  readonly fullscreen?: () => void;
  readonly speed?: (by: 1 | -1) => void;
};

/** Does what was asked to a video element; what needs more than the element is left to `others`. */
export const obey = (video: HTMLVideoElement, command: Command, others: Others): void => {
  switch (command.type) {
    case 'toggle':
      if (video.paused) play(video);
      else video.pause();
      return;
    case 'play':
      play(video);
      return;
    case 'pause':
      video.pause();
      return;
    case 'mute':
      video.muted = !video.muted;
      return;
    case 'skip':
      video.currentTime = Math.min(endOf(video), Math.max(0, video.currentTime + command.seconds));
      return;
    case 'share':
      video.currentTime = endOf(video) * command.of;
      return;
    case 'speed':
      others.speed?.(command.by);
      return;
    default:
      others[command.type]?.();
  }
};
