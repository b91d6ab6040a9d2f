import type { MediaAsset } from '../../../../services/media/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';

type Props = { readonly asset: MediaAsset; readonly onPutAway: (assetId: string) => void };

/** Takes a file that is of no use out of the queue of this device. */
export const PutAway = ({ asset: { assetId, title }, onPutAway }: Props) => {
  const { uploading } = useMessages();
  const t = uploading.actions;
  return (
    <Button look="quiet" small label={t.named(t.putAway, title)} onClick={() => onPutAway(assetId)}>
      {t.putAway}
    </Button>
  );
};
