import { useState } from 'preact/hooks';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { isMoving as isSending, type Upload } from '../../upload/upload.ts';
import { AssetTable } from './asset-table.tsx';
import { awayOf, notAway, putAway, puttings } from './put-away.ts';
import { countsOf, filterQueue, QUEUE_STATES, type QueueState } from './queue-filter.ts';
import type { useQueue } from './use-queue.ts';

/** How the queue stands, in words: what can be watched, what is at work, and what somebody has to see to. */
const QueueSentence = ({ assets }: { assets: readonly MediaAsset[] }) => {
  const { media: t } = useMessages();
  const { ready, working, waiting, trouble } = countsOf(assets);
  return <p class="strong">{t.queueSentence(ready, working, waiting + trouble)}</p>;
};

type FilterProps = {
  readonly state: QueueState;
  readonly onState: (state: QueueState) => void;
  readonly whose: 'mine' | 'all';
  /** Absent for those who see only their own. */
  readonly onWhose: ((whose: 'mine' | 'all') => void) | undefined;
};

const Filters = ({ state, onState, whose, onWhose }: FilterProps) => {
  const { media: t } = useMessages();
  return (
    <div class="form-pair no-print">
      <SelectField
        label={t.filter.state}
        value={state}
        choices={QUEUE_STATES.map((value) => ({ value, text: t.filter.states[value] }))}
        onValue={(value) => onState(value as QueueState)}
      />
      {onWhose && (
        <SelectField
          label={t.filter.whose}
          value={whose}
          choices={(['all', 'mine'] as const).map((value) => ({ value, text: t.filter.by[value] }))}
          onValue={(value) => onWhose(value as 'mine' | 'all')}
        />
      )}
    </div>
  );
};

type QueueProps = {
  readonly queue: ReturnType<typeof useQueue>;
  /** Files that this tab is sending, which wait for nobody; absent for those who send nothing and put nothing away. */
  readonly going?: readonly Upload[];
};

/** Everything that was sent, by state and by whom. */
export const Queue = ({ queue, going }: QueueProps) => {
  const { media: t } = useMessages();
  const who = useStore(session);
  const [state, setState] = useState<QueueState>('all');
  const [whose, setWhose] = useState<'mine' | 'all'>('all');
  const roles = who.state === 'in' ? who.roles : [];
  const isGoing = new Set(going?.filter(isSending).map(({ assetId }) => assetId));
  const seesAll = roles.includes('content-staff');
  const personId = who.state === 'in' ? who.personId : '';
  useStore(puttings);
  const away = awayOf(personId);
  const mine = whose === 'mine' ? personId : undefined;
  const above = new Set(going?.map(({ assetId }) => assetId));
  return (
    <Section title={t.queue}>
      <Loaded of={queue}>
        {({ assets: all }) => {
          const assets = notAway(all, away);
          return all.length === 0 && !queue.pages.more ? (
            <Nothing text={t.empty} />
          ) : (
            <div class="stack">
              <QueueSentence assets={assets.filter(({ assetId }) => !isGoing.has(assetId))} />
              <Filters {...{ state, whose }} onState={setState} onWhose={seesAll ? setWhose : undefined} />
              <AssetTable
                pages={{ ...queue.pages, rows: filterQueue(assets, { state, mine }) }}
                onPutAway={going && ((assetId) => putAway(personId, assetId))}
                above={above}
              />
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
};
