import './appearance.css';
import { useId } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { chooseContrast, contrast } from '../state/contrast.ts';
import { useStore } from '../state/store.ts';
import { chooseTextSize, TEXT_SIZES, textSize } from '../state/text-size.ts';
import { usePanel } from './use-panel.ts';

/** Text size and contrast of the whole site, kept on this device. */
export const AppearanceChoices = () => {
  const { common } = useMessages();
  const { appearance: t } = common;
  const size = useStore(textSize);
  const shown = useStore(contrast);
  return (
    <>
      <fieldset>
        <legend class="strong">{t.size}</legend>
        <div class="sizes">
          {TEXT_SIZES.map((one) => (
            <button
              key={one}
              type="button"
              class={`size size-${one}`}
              aria-pressed={size === one}
              onClick={() => chooseTextSize(one)}
            >
              {t.sizes[one]}
            </button>
          ))}
        </div>
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          checked={shown === 'more'}
          onChange={(event) => chooseContrast(event.currentTarget.checked ? 'more' : 'normal')}
        />
        {t.contrast}
      </label>
    </>
  );
};

/** The button "Aa" of every page, and the panel it opens. Escape, a press elsewhere or another page closes it. */
export const Appearance = () => {
  const { common } = useMessages();
  const { isOpen, setOpen, whole, opener } = usePanel();
  const id = useId();
  return (
    <div ref={whole} class="appearance">
      <button
        ref={opener}
        type="button"
        class="square"
        aria-label={common.appearance.open}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      <div id={id} class="card card-main appearance-panel" hidden={!isOpen}>
        {isOpen && <AppearanceChoices />}
      </div>
    </div>
  );
};
