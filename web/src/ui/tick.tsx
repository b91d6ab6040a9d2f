import type { ComponentChildren } from 'preact';
import { useUnfinishedChoice } from '../state/unfinished.ts';

type Props = {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly children: ComponentChildren;
};

/** A box to tick with its words, which are pressed as well. */
export const Tick = ({ checked, onChecked, children }: Props) => {
  const noteChosen = useUnfinishedChoice(String(checked));
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => {
          noteChosen(String(currentTarget.checked));
          onChecked(currentTarget.checked);
        }}
      />
      {children}
    </label>
  );
};
