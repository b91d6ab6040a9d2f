import { useState } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import type { OpenedPackage } from '../packages/opened-package.tsx';
import { Button } from '../ui/button.tsx';
import { NotOpened } from './not-opened.tsx';
import { usePart } from './use-part.ts';

/** An interactive package: what plays it comes once somebody opens it. */
export const PackageCard = ({ asset }: Pick<Parameters<typeof OpenedPackage>[0], 'asset'>) => {
  const { courses: t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const { part, again } = usePart(isOpen, () => import('../packages/opened-package.tsx'));
  return (
    <figure class="recording">
      <figcaption>{asset.title}</figcaption>
      {isOpen && part && part !== 'failed' ? (
        <part.OpenedPackage asset={asset} onClose={() => setOpen(false)} />
      ) : (
        <Button busy={isOpen} onClick={() => setOpen(true)}>
          {t.openPackage}
        </Button>
      )}
      {part === 'failed' && <NotOpened again={again} />}
    </figure>
  );
};
