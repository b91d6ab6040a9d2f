import { createContext } from 'preact';

/** Where the ticks of a lesson's practices are kept; a preview keeps none. */
export type KeptTicks = {
  readonly ticked: () => readonly string[];
  readonly keep: (words: readonly string[]) => void;
};

export const KeptTicksContext = createContext<KeptTicks | undefined>(undefined);
