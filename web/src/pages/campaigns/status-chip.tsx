import { useMessages } from '../../messages/use-messages.ts';

const LOOKS = { planned: 'chip-sophora', open: 'chip-leaf', closed: '' } as const;

/** Whether a campaign is planned, running or closed. */
export const StatusChip = ({ status }: { status: keyof typeof LOOKS }) => {
  const { campaigns: t } = useMessages();
  return <span class={`chip ${LOOKS[status]}`}>{t.statuses[status]}</span>;
};
