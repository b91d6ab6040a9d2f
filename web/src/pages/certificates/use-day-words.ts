import { dayOf } from '#shared/time/local-time.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** The local day of an instant as it is written out on paper. */
export const useDayWords = (): ((instant: string) => string) => {
  const { certificates: t } = useMessages();
  return (instant) => {
    const [year = 0, month = 0, day = 0] = dayOf(instant).split('-').map(Number);
    return t.day(day, month, year);
  };
};
