import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';

type Status = BodyOf<'listBankItems'>['items'][number]['status'];
const LOOKS = {
  draft: 'chip chip-sophora',
  approved: 'chip chip-leaf',
  rejected: 'chip chip-vermilion',
  withdrawn: 'chip chip-vermilion',
} as const;

/** Where an item stands: waiting, approved, or sent back to its author. */
export const StatusChip = ({ status }: { status: Status }) => {
  const { bank: t } = useMessages();
  return <span class={LOOKS[status]}>{t.statuses[status]}</span>;
};
