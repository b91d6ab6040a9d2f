import { useMessages } from '../messages/use-messages.ts';

/** A run by its code, which is read as one word. */
export const RunName = ({ code }: { code: string }) => {
  const { courses: t } = useMessages();
  return (
    <>
      {t.run} <span class="whole">{code}</span>
    </>
  );
};
