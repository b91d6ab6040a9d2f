import { formatMegabytes } from '../format/numbers.ts';
import { bringWords, language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { downloads } from '../messages/vi/downloads.ts';
import { useStore } from '../state/store.ts';

bringWords({ downloads });

/** Bytes below which megabytes say nothing: a lesson's text has 0.0 of them. */
const TENTH = 100_000;

/** Says how large something is (`size`), or how much of it is fetched at most (`most`), as people would. */
export const useSaidSize = () => {
  const { sizes } = useMessages().downloads;
  const shown = useStore(language);
  const under = sizes.under(formatMegabytes(TENTH, shown));
  return {
    size: (bytes: number): string => (bytes < TENTH ? under : formatMegabytes(bytes, shown)),
    most: (bytes: number): string => (bytes < TENTH ? under : sizes.most(formatMegabytes(bytes, shown))),
  };
};
