import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';

type Version = BodyOf<'listItemVersions'>['versions'][number];
type Change = Version['changes'][number];

const ChangeOfField = ({ field, before, after }: Change) => {
  const { bank } = useMessages();
  const t = bank.history;
  const names: Readonly<Record<string, string>> = t.fields;
  return (
    <li>
      <b>{names[field] ?? t.otherField}</b>
      <div class="change">
        <p class="was">
          {t.before}: {before ?? '–'}
        </p>
        <p>
          {t.after}: {after ?? '–'}
        </p>
      </div>
    </li>
  );
};

const OneVersion = ({ version, who }: { version: Version; who: (personId: string) => string }) => {
  const { bank } = useMessages();
  const shown = useStore(language);
  const t = bank.history;
  const { decision, withdrawal, changes } = version;
  return (
    <li class="card stack-tight">
      <b>{bank.item.version(version.version)}</b>
      <p>{t.written(who(version.writtenBy), formatInstant(version.writtenAt, shown))}</p>
      {decision && <p>{t[decision.verdict](who(decision.by), formatInstant(decision.at, shown))}</p>}
      {decision?.note && <p class="preview">{decision.note}</p>}
      {withdrawal && <p>{t.withdrawn(who(withdrawal.by), formatInstant(withdrawal.at, shown))}</p>}
      {withdrawal?.note && <p class="preview">{withdrawal.note}</p>}
      {version.version === 1 && <p class="muted">{t.first}</p>}
      <ul class="stack-tight">
        {changes.map((change) => (
          <ChangeOfField key={change.field} {...change} />
        ))}
      </ul>
    </li>
  );
};

type Props = {
  readonly courseId: string;
  readonly itemId: string;
  /** Asked anew when it changes. */
  readonly status: string;
  readonly who: (personId: string) => string;
};

/** Every version of an item: who wrote it, what changed, and who decided what about it. */
export const ItemHistory = ({ courseId, itemId, status, who }: Props) => {
  const { bank: t } = useMessages();
  const loaded = useResource(
    () => api.listItemVersions({ params: { courseId, itemId } }),
    [courseId, itemId, status],
  );
  return (
    <Section title={t.history.title}>
      <Loaded of={loaded}>
        {({ versions }) => (
          <ol class="stack-tight">
            {versions.map((version) => (
              <OneVersion key={version.version} version={version} who={who} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
};
