import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isSoundAlone } from '../downloads/playlist.ts';
import { useSaidSize } from '../downloads/use-said-size.ts';
import type { Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { SPEEDS } from './keys.ts';
import { CAPTION_SIZES } from './preferences.ts';
import { AUTO, type Captions, type Quality, WHOLE } from './source.ts';
import type { CaptionChoice } from './use-choices.ts';

type Option<V> = { readonly value: V; readonly label: string; readonly more?: string | undefined };

const Choices = <V extends string | number>({
  title,
  options,
  chosen,
  onChoose,
}: {
  title: string;
  options: readonly Option<V>[];
  chosen: V;
  onChoose: (value: V) => void;
}): ComponentChildren => {
  const name = useId();
  return (
    <fieldset class="player-choices">
      <legend>{title}</legend>
      {options.map(({ value, label, more }) => (
        <label key={value} class="player-choice">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            {label}
            {more && <small>{more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const nameOf = ({ choice, height }: Quality, at: number, { player: t }: Messages): string => {
  if (choice === AUTO) return t.qualities.auto;
  if (choice === WHOLE) return t.qualities.whole;
  if (isSoundAlone(choice)) return t.qualities.sound;
  return at === 0 ? t.qualities.saver : (t.qualities.heights[height ?? 0] ?? `${height}p`);
};

type QualityProps = {
  readonly qualities: readonly Quality[];
  readonly chosen: string;
  readonly onChoose: (choice: string) => void;
};

/** How clear the picture is, in words, with what it costs to watch to the end. */
export const QualityChoices = ({ qualities, chosen, onChoose }: QualityProps) => {
  const messages = useMessages();
  const { size } = useSaidSize();
  if (qualities.length < 2) return null;
  const options = qualities.map((quality, at) => ({
    value: quality.choice,
    label: nameOf(quality, at, messages),
    more: quality.bytes === undefined ? undefined : size(quality.bytes),
  }));
  return <Choices title={messages.player.quality} options={options} chosen={chosen} onChoose={onChoose} />;
};

export const SpeedChoices = ({ speed, onChoose }: { speed: number; onChoose: (speed: number) => void }) => {
  const { player: t } = useMessages();
  const options = SPEEDS.map((one) => ({ value: one, label: t.speeds[one] ?? `${one}×` }));
  return <Choices title={t.speed} options={options} chosen={speed} onChoose={onChoose} />;
};

type CaptionProps = { readonly captions: readonly Captions[]; readonly choice: CaptionChoice };

const OFF = 'off';

/** Which captions, and how large. */
export const CaptionChoices = ({ captions, choice: { shown, size, show, resize } }: CaptionProps) => {
  const { player: t } = useMessages();
  if (captions.length === 0) return <p class="muted">{t.noCaptions}</p>;
  const languages = [
    { value: OFF, label: t.captionsOff },
    ...captions.map((one) => ({ value: one.language as string, label: one.label })),
  ];
  return (
    <>
      <Choices
        title={t.captions}
        options={languages}
        chosen={shown ?? OFF}
        onChoose={(value) => show(value === OFF ? undefined : value)}
      />
      <Choices
        title={t.captionSize}
        options={CAPTION_SIZES.map((value) => ({ value, label: t.captionSizes[value] }))}
        chosen={size}
        onChoose={resize}
      />
    </>
  );
};
