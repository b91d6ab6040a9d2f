import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Cue, timestampOf } from '#shared/text/cue.ts';
import { type CueFault, KEEPS_BACK } from '#shared/text/cue-faults.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { change, type Edited, instantOf } from './edit-cues.ts';

type Props = {
  readonly edited: Edited;
  /** How many captions were added: a new one waits for its words. */
  readonly added: number;
  readonly faults: readonly (readonly CueFault[])[];
  readonly onEdit: (next: Edited) => void;
  /** Somebody took a caption in hand. */
  readonly onPick: (at: number) => void;
};

const Faults = ({ faults, id }: { faults: readonly CueFault[]; id: string }) => {
  const { captions: t } = useMessages();
  return (
    <ul id={id} class="caption-faults">
      {faults.map(({ code, value = 0 }) => (
        <li key={code} class={KEEPS_BACK.has(code) ? 'fault' : undefined}>
          {t.faults[code]?.(value)}
        </li>
      ))}
    </ul>
  );
};

type TimeProps = { readonly label: string; readonly ms: number; readonly onTime: (ms: number) => void };

/** An instant that is typed; it counts when the field is left or a key asks for more, and what is none is put back. */
const TimeField = ({ label, ms, onTime }: TimeProps) => {
  const [typed, setTyped] = useState<string>();
  const leave = (): void => {
    const read = typed === undefined ? undefined : instantOf(typed);
    if (read !== undefined && read !== ms) onTime(read);
    setTyped(undefined);
  };
  return (
    <label class="caption-time">
      {label}
      <input
        class="input number"
        inputMode="decimal"
        value={typed ?? timestampOf(ms)}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={leave}
        onKeyDown={({ key, altKey }) => (key === 'Enter' || altKey) && leave()}
      />
    </label>
  );
};

type RowProps = { readonly cue: Cue; readonly n: number; readonly faults: readonly CueFault[] };

type OpenProps = RowProps & Pick<Props, 'edited' | 'onEdit'> & { readonly isTaken: boolean };

/** The caption at hand: times, words, and what is wrong with it. */
const OpenCue = ({ cue, n, faults, isTaken, edited, onEdit }: OpenProps) => {
  const { captions: t } = useMessages();
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), [n]);
  useLayoutEffect(() => {
    // The row that had the focus is gone; at first it was nowhere in the list, and stays where it is.
    if (isTaken && document.activeElement === document.body) words.current?.focus();
  }, [isTaken]);
  const { startMs, endMs, text } = cue;
  return (
    <li ref={row} class="caption-open" aria-current="true">
      <div class="caption-times">
        <TimeField
          label={t.from}
          ms={startMs}
          onTime={(ms) => onEdit(change(edited, { startMs: ms, endMs: Math.max(endMs, ms + 1) }))}
        />
        <TimeField
          label={t.to}
          ms={endMs}
          onTime={(ms) => ms > startMs && onEdit(change(edited, { endMs: ms }))}
        />
      </div>
      <label class="caption-time">
        {t.text}
        <textarea
          ref={words}
          class="input"
          rows={2}
          value={text}
          aria-describedby={faults.length > 0 ? id : undefined}
          onInput={({ currentTarget }) => onEdit(change(edited, { text: currentTarget.value }))}
        />
      </label>
      {faults.length > 0 && <Faults faults={faults} id={id} />}
    </li>
  );
};

const ClosedCue = ({ cue, faults, onPick }: Omit<RowProps, 'n'> & { onPick: () => void }) => {
  const id = useId();
  return (
    <li>
      <button
        type="button"
        class="caption-closed"
        aria-describedby={faults.length > 0 ? id : undefined}
        onClick={onPick}
      >
        <span class="number">{timestampOf(cue.startMs)}</span>
        <span>{cue.text}</span>
      </button>
      {faults.length > 0 && <Faults faults={faults} id={id} />}
    </li>
  );
};

/** All captions in order; one of them is open to be changed. */
export const CueList = ({ edited, added, faults, onEdit, onPick }: Props) => {
  const { captions: t } = useMessages();
  const first = useRef(edited.cues);
  const begun = useRef(edited.at);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed may be a screen above it.
    if (added > 0) list.current?.querySelector('textarea')?.focus();
  }, [added]);
  const isTaken = edited.cues !== first.current || edited.at !== begun.current;
  if (edited.cues.length === 0) return <p class="muted">{t.empty}</p>;
  return (
    <ol ref={list} class="caption-list" aria-label={t.list}>
      {edited.cues.map((cue, n) => {
        const row = { cue, faults: faults[n] ?? [] };
        return n === edited.at ? (
          <OpenCue key={`open ${n}`} {...row} n={n} isTaken={isTaken} edited={edited} onEdit={onEdit} />
        ) : (
          <ClosedCue key={n} {...row} onPick={() => onPick(n)} />
        );
      })}
    </ol>
  );
};
