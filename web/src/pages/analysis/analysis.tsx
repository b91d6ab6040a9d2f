import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { BarTable } from '../../chart/bar-table.tsx';
import { formatPercent, wholePercent } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { formatCoefficient } from '../../table/coefficient.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { columnsFor, countFlagged, type ItemFigures, isFlagged, mineToMendFirst } from './analysis-rows.ts';

type Analysis = BodyOf<'getItemAnalysis'>;

/** The sentence before the figures: how many attempts, what to look at, how far to trust it. */
const Verdict = ({ analysis }: { analysis: Analysis }) => {
  const { analysis: t } = useMessages();
  const shown = useStore(language);
  const { attempts, judgedFrom, alpha, items } = analysis;
  const { all, mine } = countFlagged(items);
  return (
    <div class="stack-tight">
      <p class="strong" role="status">
        {t.sentence(attempts, all, mine)}
      </p>
      <p class="muted">
        {alpha === undefined ? t.noReliability : t.reliability(formatCoefficient(alpha, shown))}
      </p>
      {attempts < judgedFrom && <p class="muted">{t.tooFew(judgedFrom)}</p>}
    </div>
  );
};

/** What is the matter with an item, whose it is, and the way to mend it. */
const Flags = ({ item, courseId }: { item: ItemFigures; courseId: string }) => {
  const { analysis: t } = useMessages();
  const { itemId, title, flags, isMine } = item;
  return (
    <span class="small">
      {' '}
      {isMine && <span class="chip chip-sophora">{t.mine}</span>}{' '}
      <span class="muted">{flags.map((flag) => t.flag[flag]).join(', ')}</span>{' '}
      <a
        class="link-alone no-print"
        href={`/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}`}
        aria-label={t.toMendOf(title)}
      >
        {t.toMend}
      </a>
    </span>
  );
};

const FacilityChart = ({ items, courseId }: { items: readonly ItemFigures[]; courseId: string }) => {
  const { analysis: t } = useMessages();
  const shown = useStore(language);
  const rows = mineToMendFirst(items).map((item) => {
    const percent = wholePercent(item.facility, 1);
    return {
      key: `${item.itemId}/${item.attempts}`,
      name: item.title,
      value: percent,
      shown: formatPercent(percent, shown),
      look: isFlagged(item) ? ('vermilion' as const) : ('leaf' as const),
      more: isFlagged(item) && <Flags item={item} courseId={courseId} />,
    };
  });
  return <BarTable caption={t.facilityTitle} head={[t.item, t.facility]} rows={rows} most={100} />;
};

/** How often each choice was picked: where learners are taken in, and where nobody is. */
const ChoiceChart = ({ item }: { item: ItemFigures }) => {
  const { analysis: t } = useMessages();
  const words = (text: string): string =>
    item.kind === 'true-false' ? t.values[text === 'true' ? 'true' : 'false'] : text;
  const rows = item.choices.map(({ text, isRight, count, isIdle }, place) => ({
    key: String(place),
    name: isRight ? t.right(words(text)) : words(text),
    value: count,
    shown: String(count),
    look: isRight ? ('leaf' as const) : ('sophora' as const),
    more: isIdle && <span class="muted small"> {t.idle}</span>,
  }));
  return (
    <details class="card section">
      <summary>{item.title}</summary>
      <p>{item.stem}</p>
      <BarTable caption={item.title} head={[t.choice, t.count]} rows={rows} most={item.attempts} />
    </details>
  );
};

const HowRead = () => {
  const { analysis: t } = useMessages();
  return (
    <details class="card section no-print">
      <summary>{t.howRead}</summary>
      <ul class="stack-tight">
        {t.explanations.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
};

type Shown = { readonly analysis: Analysis; readonly title: string; readonly courseId: string };

const Figures = ({ analysis, title, courseId }: Shown) => {
  const { analysis: t } = useMessages();
  const listed = analysis.items.filter(({ choices }) => choices.length > 0);
  if (analysis.attempts === 0) return <Nothing text={t.none} />;
  return (
    <div class="stack">
      <Verdict analysis={analysis} />
      <Section title={t.facilityTitle}>
        <FacilityChart items={analysis.items} courseId={courseId} />
      </Section>
      <DataTable
        title={t.tableTitle(title)}
        columns={columnsFor(t)}
        pages={wholeList(mineToMendFirst(analysis.items))}
        rowKey={({ itemId, attempts }) => `${itemId}/${attempts}`}
        none={t.none}
      />
      {listed.length > 0 && (
        <Section title={t.choicesTitle}>
          <p class="muted">{t.choicesLead}</p>
          {listed.map((item) => (
            <ChoiceChart key={`${item.itemId}/${item.attempts}`} item={item} />
          ))}
        </Section>
      )}
      <HowRead />
    </div>
  );
};

const loadAnalysis = async (quizId: string) => {
  const params = { quizId };
  const [quiz, analysis] = await Promise.all([api.getQuiz({ params }), api.getItemAnalysis({ params })]);
  if (!quiz.ok) return quiz;
  if (!analysis.ok) return analysis;
  const { title, courseId } = quiz.body;
  return { ok: true as const, body: { title, courseId, analysis: analysis.body } };
};

/** How the items of one quiz behave, for those who write them. */
const AnalysisPage = () => {
  const { analysis: t, authoring } = useMessages();
  const quizId = useRoute().params.quizId ?? '';
  const loaded = useResource(() => loadAnalysis(quizId), [quizId]);
  return (
    <Page title={t.title} lead={loaded.data?.title} back={{ href: '/soan-khoa-hoc', label: authoring.title }}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <Loaded of={loaded}>{(body) => <Figures {...body} />}</Loaded>
      </OnlyFor>
    </Page>
  );
};
export default AnalysisPage;
