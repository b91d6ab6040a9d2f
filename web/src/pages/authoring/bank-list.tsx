import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';

type BankItem = BodyOf<'listBankItems'>['items'][number];
type Props = { readonly courseId: string; readonly pages: Pages<BankItem> };

/** What the bank of a course holds, how much of it waits for a second person, and the way to it. */
export const BankList = ({ courseId, pages }: Props) => {
  const { authoring: t, bank } = useMessages();
  if (pages.rows.length === 0) return <p class="muted">{t.bank.none}</p>;
  const waiting = pages.rows.filter(({ status }) => status === 'draft').length;
  const address = `/soan-khoa-hoc/${courseId}/cau-hoi`;
  return (
    <div class="card stack-tight">
      <p class="strong">{t.questionCount(pages.rows.length, pages.more !== undefined)}</p>
      <p class={waiting > 0 ? undefined : 'muted'} role="status">
        {waiting > 0 ? bank.waitingCount(waiting) : bank.noneWaiting}
      </p>
      <div>
        <a class="btn btn-quiet" href={waiting > 0 ? `${address}?xem=cho-duyet` : address}>
          {bank.open}
        </a>
      </div>
    </div>
  );
};
