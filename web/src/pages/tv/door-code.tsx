import { useMemo } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { QrCode } from '../../ui/qr-code.tsx';

type Props = { readonly path: string; readonly title: string; readonly words: readonly string[] };

/** The code that brings a message onto a phone, with what happens when it is scanned. */
export const DoorCode = ({ path, title, words }: Props) => {
  const { tv: t } = useMessages();
  const code = useMemo(
    () => <QrCode text={new URL(path, location.origin).href} label={t.qr(title)} />,
    [path, title, t],
  );
  const [first, strong, last] = words;
  return (
    <div class="tv-door">
      <span class="tv-code">{code}</span>
      <p>
        {first} <b>{strong}</b>
        <br />
        {last}
      </p>
    </div>
  );
};
