import { useState } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { NotOpened } from './not-opened.tsx';
import { usePart } from './use-part.ts';

type Props = { readonly asset: { readonly assetId: string; readonly title: string } };

/** An interactive package: what plays it comes once somebody opens it. */
export const PackageCard = ({ asset }: Props) => {
  const { courses: t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { part, again } = usePart(isOpen, () => import('../packages/package-stage.tsx'));
  return (
    <figure class="recording">
      {isOpen && part && part !== 'failed' ? (
        <part.PackageStage asset={asset} onClose={() => setOpen(false)} />
      ) : (
        <Button busy={isOpen} onClick={() => setOpen(true)}>
          {t.openPackage}
        </Button>
      )}
      {part === 'failed' && <NotOpened again={again} />}
      <figcaption>{asset.title}</figcaption>
    </figure>
  );
};
