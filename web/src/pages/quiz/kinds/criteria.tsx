import { useMessages } from '../../../messages/use-messages.ts';

type Props = { readonly criteria: readonly { readonly name: string; readonly points: number }[] };

/** What a teacher will mark by. */
export const Criteria = ({ criteria }: Props) => {
  const { items: t } = useMessages();
  return (
    <div class="small">
      <p class="strong">{t.markedBy}</p>
      <ul class="answered">
        {criteria.map(({ name, points }) => (
          <li key={name}>{t.criterion(name, points)}</li>
        ))}
      </ul>
    </div>
  );
};
