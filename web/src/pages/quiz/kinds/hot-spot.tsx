import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../../messages/use-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { type AnswerProps, givenTo } from './answer-props.ts';
import { MarkedPicture } from './marked-picture.tsx';
import {
  cellOf,
  hundredthsOf,
  isByReader,
  movedBy,
  type Point,
  placeTouched,
  STEP,
  withMark,
} from './places-on-picture.ts';

type CrossProps = {
  readonly cursor: Point;
  readonly onAim: (cursor: Point) => void;
  readonly onLeave: () => void;
  readonly onSet: () => void;
};
type AimedProps = CrossProps & {
  readonly onTouch: (point: Point) => void;
  /** For whom a tap names no place. */
  readonly onReader: () => void;
  /** The text that tells what there is to see. */
  readonly describedBy: string;
  readonly children: ComponentChildren;
};

/** The picture to tap; by keyboard arrows move a cross, and Enter or the space bar marks where it stands. */
const Aimed = ({ describedBy, children, ...to }: AimedProps) => {
  const { cursor, onAim, onLeave, onSet, onTouch, onReader } = to;
  const { items: t } = useMessages();
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedBy(cursor, event.key, event.shiftKey);
    if (!next && event.key !== 'Enter' && event.key !== ' ') return;
    // The page would scroll, or go on to the next question.
    event.preventDefault();
    event.stopPropagation();
    if (next) onAim(next);
    else if (!event.repeat) onSet();
  };
  return (
    <div
      class="spot-cross"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      aria-label={t.spots.keys}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onAim(cursor)}
      onBlur={onLeave}
      onClick={(event) => {
        if (isByReader(event)) return onReader();
        // Nothing is marked on a picture that is not there yet.
        if (event.target instanceof HTMLImageElement)
          onTouch(placeTouched(event, event.target.getBoundingClientRect()));
        return undefined;
      }}
    >
      {children}
    </div>
  );
};

type SlidersProps = CrossProps & {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
};
type SliderProps = {
  readonly name: string;
  readonly value: number;
  readonly cell: string;
  readonly onValue: (value: number) => void;
};

const Slider = ({ name, value, cell, onValue }: SliderProps) => (
  <label class="spot-slider">
    <span>{name}</span>
    <input
      type="range"
      min={0}
      max={1000}
      step={STEP}
      value={value}
      aria-valuetext={cell}
      onInput={(event) => onValue(Number(event.currentTarget.value))}
    />
  </label>
);

/** The same for whoever can neither tap a small place nor hold a key: two sliders and a button. */
const Aim = ({ cursor, onAim, onLeave, onSet, isOpen, onToggle }: SlidersProps) => {
  const { items: t } = useMessages();
  const cell = t.spots.place(cellOf(cursor), ...hundredthsOf(cursor));
  return (
    <details
      class="spot-sliders"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary class="spot-more">{t.spots.sliders}</summary>
      <fieldset class="spot-aim" onFocusIn={() => onAim(cursor)} onFocusOut={onLeave}>
        <legend class="unseen">{t.spots.sliders}</legend>
        <Slider name={t.spots.across} value={cursor.x} cell={cell} onValue={(x) => onAim({ ...cursor, x })} />
        <Slider name={t.spots.down} value={cursor.y} cell={cell} onValue={(y) => onAim({ ...cursor, y })} />
        <Button look="quiet" onClick={onSet}>
          {t.spots.set(cellOf(cursor))}
        </Button>
      </fieldset>
    </details>
  );
};

const Marks = ({ points, onRemove }: { points: readonly Point[]; onRemove: (at: number) => void }) => {
  const { items: t } = useMessages();
  return (
    <ul class="spot-marks">
      {points.map((point, at) => (
        <li key={at}>
          <Button look="quiet" small onClick={() => onRemove(at)}>
            {t.spots.remove(at + 1, cellOf(point))}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** A picture on which places are marked: by touch, by keyboard, or by sliders. Places are named by squares, never by what is there. */
const HotSpot = ({ item, response, onAnswer }: AnswerProps<'hot-spot'>) => {
  const { items: t } = useMessages();
  const [cursor, setCursor] = useState<Point>({ x: 500, y: 500 });
  const [isAiming, setAiming] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const [said, setSaid] = useState('');
  const [hasSliders, setSliders] = useState(false);
  const own = useRef<HTMLDivElement>(null);
  const seenAs = useId();
  const points = givenTo('hot-spot', response)?.points ?? [];
  const answer = (next: Point[]): void => onAnswer({ kind: 'hot-spot', points: next });
  const mark = (point: Point): void => {
    setCursor(point);
    answer(withMark(points, point, item.picks));
    setSaid(t.spots.marked(cellOf(point)));
  };
  const aim = (next: Point): void => {
    setCursor(next);
    setAiming(true);
    setSaid(t.spots.place(cellOf(next), ...hundredthsOf(next)));
  };
  const remove = (gone: number): void => {
    answer(points.filter((_, at) => at !== gone));
    setSaid(t.spots.removed(gone + 1));
  };
  const openSliders = (): void => {
    setSliders(true);
    setSaid(t.spots.sliders);
    requestAnimationFrame(() => own.current?.querySelector<HTMLElement>('.spot-sliders input')?.focus());
  };
  // Enlarged, the cross leaves the frame: the frame and the page go with it.
  useEffect(() => {
    if (isAiming)
      own.current?.querySelector('.spot-here')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isAiming, cursor]);
  const aiming = { cursor, onAim: aim, onLeave: () => setAiming(false), onSet: () => mark(cursor) };
  return (
    <div class="stack-tight" ref={own}>
      <p class="unseen" id={seenAs}>
        {item.picture.alt}
      </p>
      <p class="muted">{t.spots.hint(item.picks)}</p>
      <div class={isLarge ? 'spot-frame spot-large' : 'spot-frame'}>
        <Aimed {...aiming} onTouch={mark} onReader={openSliders} describedBy={seenAs}>
          <MarkedPicture picture={item.picture} points={points} cursor={isAiming ? cursor : undefined} />
        </Aimed>
      </div>
      <p class="unseen" role="status">
        {said}
      </p>
      <div class="row">
        <button
          type="button"
          class="btn btn-quiet btn-small"
          aria-pressed={isLarge}
          onClick={() => setLarge(!isLarge)}
        >
          {t.spots.enlarge}
        </button>
      </div>
      <Marks points={points} onRemove={remove} />
      <Aim {...aiming} isOpen={hasSliders} onToggle={setSliders} />
    </div>
  );
};
export default HotSpot;
