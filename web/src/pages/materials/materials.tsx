import './materials.css';
import { useLocation } from 'preact-iso/router';
import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Page } from '../../ui/page.tsx';
import { KIND_ICONS, tintOf } from '../library/material-look.ts';
import { useLibraryWords } from '../library/use-library-words.ts';
import { DESK_ROLES, isOneOf, MAKERS, OVERSEERS } from './desk-roles.ts';
import { editionOf, type Material, standingOf, TONES } from './standing.ts';
import { useOrigins } from './use-origins.ts';

/** Parts of the page by their place in the address, with whom each is for. */
const PARTS = {
  waiting: { place: 'cho-tham-dinh', roles: OVERSEERS },
  own: { place: 'cua-toi', roles: MAKERS },
  all: { place: 'tat-ca', roles: OVERSEERS },
} as const;
type Part = keyof typeof PARTS;

const partsFor = (roles: readonly Role[]): readonly Part[] =>
  (Object.keys(PARTS) as Part[]).filter((part) => isOneOf(roles, PARTS[part].roles));

type RowProps = { readonly material: Material; readonly origins: ReturnType<typeof useOrigins> };

const Row = ({ material, origins }: RowProps) => {
  const { materialDesk: t } = useMessages();
  const words = useLibraryWords();
  const edition = editionOf(material);
  const standing = standingOf(material);
  const sender = origins.senderOf(material);
  const from = [sender && t.sentBy(sender), origins.courseOf(material)].filter(Boolean).join(' · ');
  if (!edition) return null;
  return (
    <a class="card course-card" href={`/hoc-lieu/${material.materialId}`}>
      <span class={`course-sign tint-${tintOf(edition)}`}>
        <Icon name={KIND_ICONS[edition.kind]} size={30} />
      </span>
      <span class="course-words">
        <b>{edition.title}</b>
        <span class="muted small">
          {[words.kinds[edition.kind], t.version(edition.version), t.changed(material.changedAt)].join(' · ')}
        </span>
        {from && <span class="muted small">{from}</span>}
        <span class="row">
          <span class={`chip${TONES[standing]}`}>{t.states[standing]}</span>
          {material.draft && material.issued && <span class="chip chip-leaf">{t.states.issued}</span>}
          {material.isCaptioned === false && <span class="chip chip-sophora">{t.uncaptioned}</span>}
        </span>
      </span>
    </a>
  );
};

const List = ({ part }: { part: Part }) => {
  const { materialDesk: t } = useMessages();
  const loaded = usePages(
    (cursor) => api.listDeskMaterials({ query: { of: part, ...(cursor && { cursor }) } }),
    ({ materials }) => materials,
    [part],
  );
  const origins = useOrigins(loaded.data?.rows ?? []);
  return (
    <Loaded of={loaded}>
      {({ rows, more }) => (
        <div class="stack">
          {rows.length === 0 && !more && <Nothing text={t.none[part]} />}
          <ul class="desk-list">
            {rows.filter(editionOf).map((material) => (
              <li key={material.materialId}>
                <Row material={material} origins={origins} />
              </li>
            ))}
          </ul>
          {more && <MoreButton more={more} />}
        </div>
      )}
    </Loaded>
  );
};

const Desk = () => {
  const { materialDesk: t } = useMessages();
  const who = useStore(session);
  const { query } = useLocation();
  const parts = partsFor(who.state === 'in' ? who.roles : []);
  const part = parts.find((one) => PARTS[one].place === query.muc) ?? parts[0] ?? 'own';
  return (
    <div class="stack">
      {parts.includes('own') && (
        <p>
          <a class="btn btn-quiet" href="/hoc-lieu/moi">
            <Icon name="add" size={20} />
            {t.create}
          </a>
        </p>
      )}
      <nav class="tabs no-print" aria-label={t.tabsLabel}>
        {parts.map((one) => (
          <a
            key={one}
            href={`/hoc-lieu?muc=${PARTS[one].place}`}
            aria-current={one === part ? 'page' : undefined}
          >
            {t.tabs[one]}
          </a>
        ))}
      </nav>
      <List key={part} part={part} />
    </div>
  );
};

/** The desk of materials: what waits to be appraised, one's own, and all. */
const MaterialsPage = () => {
  const { materialDesk: t } = useMessages();
  return (
    <Page title={t.title} lead={t.lead}>
      <OnlyFor roles={DESK_ROLES}>
        <Desk />
      </OnlyFor>
    </Page>
  );
};
export default MaterialsPage;
