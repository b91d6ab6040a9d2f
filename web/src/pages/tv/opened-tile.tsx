import './opened-tile.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { DoorCode } from './door-code.tsx';
import { runPlace, titleLook } from './message-card.tsx';
import { safetyDoor, seatsLeftOf, type Tile, type TvData } from './programme.ts';
import { RecordingScreen } from './recording-screen.tsx';

/** As many courses as a screen of this height holds in letters of this size. */
const MOST_COURSES = 6;

type PanelProps = {
  readonly title: string;
  readonly path: string;
  readonly words: readonly string[];
  readonly children: ComponentChildren;
};

const Panel = ({ title, path, words, children }: PanelProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="tv-card tv-open" aria-label={title}>
      <div>
        <h1 ref={heading} class={titleLook(title)} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      <DoorCode path={path} title={title} words={words} />
    </section>
  );
};

const SafetyPanel = ({ data }: { data: TvData | undefined }) => {
  const { tv: t } = useMessages();
  const { path, minutes } = safetyDoor(data);
  return (
    <Panel title={t.tiles.safety} path={path} words={minutes ? t.scanLesson(minutes) : t.scanPage}>
      <ol class="tv-list">
        {t.safety.map(({ title }) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
    </Panel>
  );
};

const CoursesPanel = ({ data, now }: { data: TvData; now: string }) => {
  const { tv: t } = useMessages();
  return (
    <Panel title={t.tiles.courses} path="/khoa-hoc" words={t.scanPage}>
      <ul class="tv-list">
        {data.courses.slice(0, MOST_COURSES).map((course) => {
          const seats = seatsLeftOf(course, data.readAt, now);
          return (
            <li key={course.courseId} class="tv-course">
              <span>{course.title}</span>
              {seats !== undefined && <small>{t.seatsLeft(seats)}</small>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};

type Props = {
  readonly tile: Tile;
  readonly data: TvData | undefined;
  readonly now: string;
  readonly onEnd: () => void;
};

/** What is behind a tile, over the whole screen. */
export const OpenedTile = ({ tile, data, now, onEnd }: Props) => {
  const { tv: t } = useMessages();
  if (tile.kind === 'recording') return <RecordingScreen recording={tile.recording} onEnd={onEnd} />;
  if (tile.kind === 'safety') return <SafetyPanel data={data} />;
  if (tile.kind === 'courses') return data ? <CoursesPanel data={data} now={now} /> : null;
  const { run, day } = tile;
  return (
    <Panel title={run.title} path={`/khoa-hoc/${run.slug}`} words={t.scanSeat}>
      <p class="tv-text">{`${t.startsWord}: ${runPlace(run, day, t)}`}</p>
      <p class="tv-text">{run.summary}</p>
      {run.seatsLeft !== undefined && <p class="tv-text tv-strong">{t.seatsLeft(run.seatsLeft)}</p>}
    </Panel>
  );
};
