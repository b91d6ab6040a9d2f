import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { useMessages } from '../messages/use-messages.ts';
import { currentPersonId } from '../session/session.ts';
import { useResource } from '../state/use-resource.ts';
import { Button } from '../ui/button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { doneOf, type Mark, type Marks, markOf, nextOf, withStatus } from './lesson-marks.ts';
import { PackageStage } from './package-stage.tsx';
import { sendWaiting } from './sending-commits.ts';

type Lesson = { readonly title?: string | undefined; readonly chapter?: string | undefined };
type Asset = { readonly assetId: string; readonly title: string };
type Props = {
  readonly asset: Asset & {
    readonly package?: { readonly lessons?: readonly Lesson[] | undefined } | undefined;
  };
  readonly onClose: () => void;
};

const CHIPS: Readonly<Record<Mark, string>> = {
  unbegun: '',
  begun: ' chip-sophora',
  failed: ' chip-vermilion',
  done: ' chip-leaf',
};

type ListProps = {
  readonly lessons: readonly Lesson[];
  readonly marks: Marks;
  /** Where the hand is: the lesson that was closed, or the one to go on with. */
  readonly at: number;
  readonly onOpen: (lesson: number) => void;
};

/** The table of contents: what each lesson is called and how it stands, under the chapters of its maker. */
const LessonList = ({ lessons, marks, at, onOpen }: ListProps) => {
  const { packages: t } = useMessages();
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => list.current?.querySelectorAll('button')[at - 1]?.focus({ preventScroll: true }), []);
  const done = doneOf(marks, lessons.length);
  return (
    <>
      <p class="small" role="status">
        {done === lessons.length ? t.allDone(done) : t.done(done, lessons.length)}
      </p>
      <ol ref={list} class="package-lessons">
        {lessons.map(({ title, chapter }, before) => {
          const lesson = before + 1;
          const mark = markOf(marks, lesson);
          return (
            <li key={lesson}>
              {chapter && chapter !== lessons[before - 1]?.chapter && <p class="small">{chapter}</p>}
              <button type="button" class="package-lesson" onClick={() => onOpen(lesson)}>
                <span>{title ?? t.untitled(lesson)}</span>
                <span class={`chip${CHIPS[mark]}`}>{t.marks[mark]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
};

/** What the service knows of the lessons, and what was heard of them since; a guest's are known to this page alone. */
const useMarks = (assetId: string) => {
  const personId = currentPersonId();
  const [heard, setHeard] = useState<Marks>(new Map());
  const load = async () => {
    // What an earlier visit left here counts too.
    await sendWaiting();
    return api.getPackageProgress({ params: { assetId } });
  };
  const progress = useResource(personId === undefined ? undefined : load, [assetId, personId]);
  const known = progress.data?.lessons ?? [];
  return {
    isGuest: personId === undefined,
    progress,
    marks: known.reduce<Marks>((marks, { lesson, status }) => withStatus(marks, lesson, status), heard),
    hear: (lesson: number, status: Parameters<typeof withStatus>[2]) =>
      setHeard((before) => withStatus(before, lesson, status)),
  };
};

type Several = { readonly asset: Asset; readonly lessons: readonly Lesson[] } & Pick<Props, 'onClose'>;

const Lessons = ({ asset: { assetId }, lessons, onClose }: Several) => {
  const { packages: t } = useMessages();
  const { isGuest, progress, marks, hear } = useMarks(assetId);
  const [place, setPlace] = useState<{ readonly open?: number; readonly last?: number }>({});
  // A lesson says its last word before the next one begins.
  const wanted = useRef<number>(undefined);
  const { open, last } = place;
  if (open !== undefined) {
    const next = markOf(marks, open) === 'done' ? nextOf(marks, lessons.length, open) : undefined;
    const goOn = () => {
      wanted.current = next;
    };
    const closed = () => {
      setPlace({ last: open, ...(wanted.current && { open: wanted.current }) });
      wanted.current = undefined;
    };
    return (
      <PackageStage
        key={open}
        asset={{ assetId, title: lessons[open - 1]?.title ?? t.untitled(open), lesson: open }}
        onClose={closed}
        onStatus={(status) => hear(open, status)}
        {...(next && { onNext: goOn })}
      />
    );
  }
  const first = nextOf(marks, lessons.length, lessons.length) ?? 1;
  const list = () => (
    <LessonList {...{ lessons, marks }} at={last ?? first} onOpen={(lesson) => setPlace({ open: lesson })} />
  );
  return (
    <>
      {isGuest && <p class="small">{t.guest}</p>}
      {isGuest ? list() : <Loaded of={progress}>{list}</Loaded>}
      <Button small look="quiet" onClick={onClose}>
        {t.closeList}
      </Button>
    </>
  );
};

/** A package that somebody opened: its one lesson at once, or the list of them. */
export const OpenedPackage = ({ asset, onClose }: Props) => {
  const lessons = asset.package?.lessons;
  return lessons ? (
    <Lessons {...{ asset, lessons, onClose }} />
  ) : (
    <PackageStage asset={asset} onClose={onClose} />
  );
};
