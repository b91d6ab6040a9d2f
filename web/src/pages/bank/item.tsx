import './bank.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AppraisalForm } from './appraisal-form.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemPreview } from './item-preview.tsx';
import { StatusChip } from './status-chip.tsx';
import { WithdrawalForm } from './withdrawal-form.tsx';
import { worthOf } from './worth.ts';

type Found = BodyOf<'getBankItem'>;

const Worths = ({ question }: Pick<Found, 'question'>) => {
  const { bank } = useMessages();
  const t = bank.item;
  const worths = worthOf(question);
  return (
    <Section title={t.worth}>
      <div class="card stack">
        {worths.length > 0 && (
          <dl class="worth">
            {worths.map(({ text, weight, feedback }, place) => [
              <dt key={`${place}-worth`}>{weight === undefined ? '' : t.percent(weight)}</dt>,
              <dd key={`${place}-text`}>
                {text}
                {feedback && <p class="muted">{feedback}</p>}
              </dd>,
            ])}
          </dl>
        )}
        <p>
          <b>{t.explanation}: </b>
          {question.explanation ?? t.noExplanation}
        </p>
      </div>
    </Section>
  );
};

const About = ({ item }: Pick<Found, 'item'>) => {
  const { bank, competences } = useMessages();
  const t = bank.item;
  const names: Readonly<Record<string, string>> = competences.names;
  const { competenceCode: code, drawnVersion } = item;
  const facts = [
    [bank.columns.kind, bank.kinds[item.kind]],
    [bank.columns.competence, code && `${code} ${names[code] ?? ''}`],
    [bank.columns.level, item.level],
    [bank.columns.tags, item.tags?.join(', ')],
    [t.source, item.source],
    [t.licence, item.licence],
  ] as const;
  return (
    <Section title={t.about}>
      <div class="card stack-tight">
        <p>
          <StatusChip status={item.status} /> {t.version(item.version)}
        </p>
        <p class="muted">{drawnVersion ? t.drawn(drawnVersion) : t.notDrawn}</p>
        {facts.map(
          ([name, value]) =>
            value && (
              <p key={name}>
                <b>{name}: </b>
                {value}
              </p>
            ),
        )}
      </div>
    </Section>
  );
};

type DeskProps = { readonly found: Found; readonly onDecided: () => void };

const ItemDesk = ({ found, onDecided }: DeskProps) => {
  const { bank: t } = useMessages();
  const who = useStore(session);
  const me = who.state === 'in' ? who.personId : '';
  const [decided, setDecided] = useState(false);
  const { item } = found;
  const finish = (): void => {
    setDecided(true);
    onDecided();
  };
  return (
    <div class="bank-item">
      <div>
        <ItemPreview courseId={item.bankId} key={item.version} {...found} />
        <Worths question={found.question} />
      </div>
      <div>
        {item.status === 'draft' && (
          <AppraisalForm item={item} isOwn={item.writtenBy === me} onDecided={finish} />
        )}
        {decided && (item.status === 'approved' || item.status === 'rejected') && (
          <Notice tone="good">
            <p>{t.appraisal.done[item.status]}</p>
            <a class="link-alone" href={`/soan-khoa-hoc/${item.bankId}/cau-hoi?xem=cho-duyet`}>
              {t.appraisal.next}
            </a>
          </Notice>
        )}
        {item.withdrawal && (
          <Notice>
            <p>{t.withdrawal.done(item.withdrawal.version)}</p>
          </Notice>
        )}
        <About item={item} />
        {item.drawnVersion && (
          <WithdrawalForm
            key={item.drawnVersion}
            item={item}
            version={item.drawnVersion}
            onWithdrawn={onDecided}
          />
        )}
        <ItemHistory
          courseId={item.bankId}
          itemId={item.itemId}
          status={`${item.version} ${item.status} ${item.drawnVersion}`}
          who={(personId) => (personId === me ? t.you : t.colleague)}
        />
      </div>
    </div>
  );
};

/** One question: tried as learners see it, with its key, its history, and what a second person says about it. */
const BankItemPage = () => {
  const { bank: t } = useMessages();
  const { courseId = '', itemId = '' } = useRoute().params;
  const loaded = useResource(() => api.getBankItem({ params: { courseId, itemId } }), [courseId, itemId]);
  const edit = loaded.data && (
    <a class="btn btn-quiet" href={`/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}/sua`}>
      {t.edit.edit}
    </a>
  );
  return (
    <Page
      key={itemId}
      title={loaded.data?.item.title ?? t.columns.stem}
      back={{ href: `/soan-khoa-hoc/${courseId}/cau-hoi`, label: t.title }}
      actions={edit}
    >
      <OnlyFor roles={['teacher', 'training-head']}>
        <Loaded of={loaded}>
          {(found) => <ItemDesk found={found} onDecided={() => void loaded.reload()} />}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default BankItemPage;
