import './tile-list.css';
import { useEffect, useRef } from 'preact/hooks';
import { formatSpan } from '../../format/dates.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Happening, Loop } from './loop.ts';
import { runLine, runPlace } from './message-card.tsx';
import type { Tile } from './programme.ts';

const ICONS: Readonly<Record<Tile['kind'], IconName>> = {
  recording: 'play',
  run: 'flag',
  safety: 'shield',
  courses: 'book',
};

const wordsOf = (tile: Tile, t: Messages['tv']): { readonly title: string; readonly more: string } => {
  if (tile.kind === 'recording') {
    const { title, durationMs } = tile.recording;
    return { title, more: durationMs === undefined ? t.tiles.recording : formatSpan(durationMs) };
  }
  if (tile.kind === 'run') return { title: runPlace(tile.run, tile.day, t), more: runLine(tile.run, t) };
  if (tile.kind === 'safety') return { title: t.tiles.safety, more: t.tiles.safetyMore };
  return { title: t.tiles.courses, more: t.tiles.coursesMore(tile.count) };
};

type Props = {
  readonly tiles: readonly Tile[];
  readonly loop: Loop;
  readonly happen: (happening: Happening) => void;
};

/** What can be chosen. The focus is on one tile while somebody chooses, and on none while the loop runs. */
export const TileList = ({ tiles, loop, happen }: Props) => {
  const { tv: t } = useMessages();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const stands = loop.focus % tiles.length;
  useEffect(() => {
    const button = buttons.current[stands];
    if (loop.mode === 'choosing') button?.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [loop.mode, stands]);
  return (
    <nav class="tv-tiles" aria-label={t.choices}>
      {tiles.map((tile, at) => {
        const { title, more } = wordsOf(tile, t);
        return (
          <button
            key={tile.kind}
            type="button"
            class={loop.mode === 'choosing' && at === stands ? 'tv-tile tv-chosen' : 'tv-tile'}
            tabIndex={at === stands ? 0 : -1}
            ref={(button) => {
              buttons.current[at] = button;
            }}
            onClick={() => happen({ type: 'open', tile: at })}
            onFocus={() => at === stands || happen({ type: 'focus', tile: at })}
          >
            <span class="tv-sign">
              <Icon name={ICONS[tile.kind]} size={60} />
            </span>
            <span>
              <b>{title}</b>
              <small>{more}</small>
            </span>
          </button>
        );
      })}
    </nav>
  );
};
