import './audience-figures.css';
import { formatSpan } from '../format/dates.ts';
import { bringWords, type Messages } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { audience as words } from '../messages/vi/audience.ts';
import { type Audience, mostLeft, stairsOf } from './stairs.ts';

bringWords({ audience: words });

type Props = {
  readonly audience: Audience;
  readonly durationMs: number;
  /** Of a class: how many could have watched. */
  readonly learners?: number;
};

/** Units of the drawing: as high as the whole audience, and as wide as a part of the recording. */
const HEIGHT = 100;
const STEP = 20;

/** Begin and end of a part of the recording, as they are read. */
const placesOf = ({ audience: { stopped }, durationMs }: Props) => {
  const each = durationMs / stopped.length;
  return (part: number) => [formatSpan(part * each), formatSpan((part + 1) * each)] as const;
};

const sentenceOf = (props: Props, t: Messages['audience']): string => {
  const { viewers, finished, stopped } = props.audience;
  const { learners } = props;
  if (viewers === 0) return learners === undefined ? t.none : t.noneOf(learners);
  const seen = learners === undefined ? t.seen(viewers, finished) : t.seenOf(viewers, learners, finished);
  const part = mostLeft(stopped);
  return part === undefined ? seen : `${seen} ${t.leave(stopped[part] ?? 0, ...placesOf(props)(part))}`;
};

const Stairs = ({ audience }: { audience: Audience }) => {
  const high = (people: number) => (HEIGHT * people) / audience.viewers;
  return (
    <svg
      class="audience-stairs"
      viewBox={`0 0 ${STEP * audience.stopped.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {stairsOf(audience).map(({ stay, left }, part) => {
        const place = { x: part * STEP, width: STEP - 2 };
        return (
          <g key={place.x}>
            <rect class="audience-stay" {...place} y={HEIGHT - high(stay)} height={high(stay)} />
            {left > 0 && (
              <rect class="audience-left" {...place} y={HEIGHT - high(stay + left)} height={high(left)} />
            )}
          </g>
        );
      })}
    </svg>
  );
};

const Table = (props: Props) => {
  const { audience: t } = useMessages();
  const places = placesOf(props);
  return (
    <details class="print-open">
      <summary>{t.table}</summary>
      <table class="audience-table">
        <thead>
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{t.stopped}</th>
          </tr>
        </thead>
        <tbody>
          {props.audience.stopped.map((left, part) => {
            const [from, to] = places(part);
            return (
              <tr key={from}>
                <th scope="row">{t.span(from, to)}</th>
                <td class="number">{left}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
};

/** How a recording was watched: in words first, then as stairs that fall where people leave, and as a table. */
export const AudienceFigures = (props: Props) => {
  const { audience: t } = useMessages();
  const { audience, durationMs } = props;
  const hasLeft = mostLeft(audience.stopped) !== undefined;
  return (
    <div class="stack">
      <p class="strong">{sentenceOf(props, t)}</p>
      {hasLeft && (
        <>
          <div>
            <Stairs audience={audience} />
            <p class="row spread muted small" aria-hidden="true">
              <span>{formatSpan(0)}</span>
              <span>{formatSpan(durationMs)}</span>
            </p>
            <p class="row small" aria-hidden="true">
              <span class="audience-key audience-key-stay">{t.stay}</span>
              <span class="audience-key audience-key-left">{t.left}</span>
            </p>
          </div>
          <Table {...props} />
        </>
      )}
    </div>
  );
};
