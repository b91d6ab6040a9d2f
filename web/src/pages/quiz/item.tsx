import { useLayoutEffect, useRef } from 'preact/hooks';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { Answer, LETTERS } from './answer-fields.tsx';
import type { AnswerProps } from './kinds/answer-props.ts';
import { LaterMedia } from './kinds/later-media.tsx';

/** The option that a key names: 1 to 9, or its letter. Undefined for every other key. */
const optionOfKey = (key: string): number | undefined => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  const letter = key.length === 1 ? LETTERS.indexOf(key.toUpperCase()) : -1;
  return letter === -1 ? undefined : letter;
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

/** Where Enter has a meaning of its own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLButtonElement;

type ItemProps = AnswerProps & {
  /** Which question it is, read with it and not seen. */
  readonly heading: string;
  readonly onNext: () => void;
};

/**
 * One question of any kind, with the answer given so far. Its heading takes the focus, so that it is read aloud; while
 * the focus is inside, a digit or a letter picks an option and Enter goes on.
 */
export const ItemView = ({ heading, onNext, ...given }: ItemProps) => {
  const group = useRef<HTMLFieldSetElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => question.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // An Enter that ends a syllable being composed is the keyboard's, and one held down means a single step.
    if (event.isComposing || event.repeat) return;
    if (event.key === 'Enter' && !isControl(event.target)) {
      event.preventDefault();
      onNext();
      return;
    }
    const place = isWriting(event.target) ? undefined : optionOfKey(event.key);
    const option = group.current?.querySelectorAll<HTMLInputElement>('.option input')[place ?? -1];
    if (!option) return;
    option.focus();
    option.click();
  };
  return (
    <>
      <ReadAloud of={group} small />
      <fieldset class="item" ref={group} onKeyDown={onKeyDown}>
        <legend>
          <h1 ref={question} tabIndex={-1}>
            <span class="unseen">{heading}: </span>
            {given.item.stem}
          </h1>
        </legend>
        <LaterMedia media={given.item.media} />
        <Answer {...given} />
      </fieldset>
    </>
  );
};
