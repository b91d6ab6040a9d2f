import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { bringWords, language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { names as words } from '../../messages/vi/names.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/page.tsx';
import { useCompetenceNames, useLibraryWords } from '../library/use-library-words.ts';
import type { Edition, Material } from './standing.ts';
import { useOrigins } from './use-origins.ts';

bringWords({ names: words });

/** Where a version comes from, and what its makers say of it. */
export const Facts = ({ material, edition }: { material: Material; edition: Edition }) => {
  const { materialDesk: t, names } = useMessages();
  const words = useLibraryWords();
  const competences = useCompetenceNames();
  const origins = useOrigins([material]);
  const shown = useStore(language);
  const { draft, isCaptioned } = material;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t.sender, origins.senderOf(material)],
    [t.submittedAt, draft?.submittedAt && formatInstant(draft.submittedAt, shown)],
    [t.course, origins.courseOf(material)],
    [t.captions, isCaptioned === undefined ? undefined : isCaptioned ? t.captioned : t.uncaptioned],
    [t.fields.summary, edition.summary],
    [t.fields.altText, edition.altText],
    [names.licence, edition.licence && (names.licences[edition.licence] ?? edition.licence)],
    [names.source, edition.source],
    [names.language, names.languages[edition.language] ?? edition.language],
    [t.fields.tracks, edition.tracks.map((one) => words.tracks[one]).join(', ')],
    [names.competences, edition.competenceCodes.map((code) => `${code} ${competences[code]}`).join(', ')],
    [t.fields.audiences, edition.audiences.map((one) => words.audiences[one]).join(', ')],
    [names.people, edition.peopleShown === 'unknown' ? undefined : names.peopleShown[edition.peopleShown]],
  ];
  return (
    <dl class="material-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};

/** What was decided about a material, the last first. */
export const Decisions = ({ decisions }: Pick<BodyOf<'getDeskMaterial'>, 'decisions'>) => {
  const { materialDesk: t } = useMessages();
  return (
    <Section title={t.history}>
      {decisions.length === 0 && <p class="muted">{t.noHistory}</p>}
      <ol class="decision-list">
        {decisions.toReversed().map(({ verdict, version, at, reason, remarks }) => (
          <li key={at}>
            <b>{t.decided(t.verdicts[verdict], version, at)}</b>
            {reason && <p>{t.reasons[reason]}</p>}
            {remarks && <p>{remarks}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
};
