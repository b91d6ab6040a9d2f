import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import { Button } from '../../ui/button.tsx';

type BankItem = BodyOf<'listBankItems'>['items'][number];
type Kinds = Messages['authoring']['bank']['kinds'];

const isKind = (kind: string, kinds: Kinds): kind is keyof Kinds => Object.hasOwn(kinds, kind);

const Item = ({ item }: { item: BankItem }) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  return (
    <li>
      <b>{item.title}</b>
      <span>{item.stem}</span>
      <span class="row">
        {isKind(item.kind, t.kinds) && <span class="chip chip-indigo">{t.kinds[item.kind]}</span>}
        {item.competenceCode && <span class="chip">{item.competenceCode}</span>}
        {item.status === 'draft' && <span class="chip chip-sophora">{t.draft}</span>}
      </span>
    </li>
  );
};

/** The questions of a course's bank as their authors named them, without their keys. */
export const BankList = ({ pages: { rows, more } }: { pages: Pages<BankItem> }) => {
  const { authoring: t, common } = useMessages();
  if (rows.length === 0) return <p class="muted">{t.bank.none}</p>;
  return (
    <details class="card bank">
      <summary>
        {t.bank.show} ({t.questionCount(rows.length, more !== undefined)})
      </summary>
      <ul>
        {rows.map((item) => (
          <Item key={item.itemId} item={item} />
        ))}
      </ul>
      {more && (
        <Button look="quiet" onClick={() => void more()}>
          {common.more}
        </Button>
      )}
    </details>
  );
};
