import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { type Draft, goToPlace, isKeptHere } from '../../quiz/drafts.ts';
import { keyOf, refusedItems } from '../../quiz/entries.ts';
import { FilesFrom } from '../../quiz/files-of.ts';
import { keeping } from '../../quiz/keeping.ts';
import { startLooking } from '../../quiz/looking.ts';
import { outboxState } from '../../quiz/sending.ts';
import { useStore } from '../../state/store.ts';
import { useOnline } from '../../state/use-online.ts';
import { useTaskChrome, useTopBack } from '../../ui/chrome.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { HandInView, HandingIn } from './hand-in.tsx';
import { ItemView } from './item.tsx';
import { preloadAnswers } from './kinds/later-answer.tsx';
import { LaterRefused } from './kinds/later-refused.tsx';
import { Progress } from './places.tsx';
import { type Place, Saved } from './saved.tsx';
import { Timer } from './timer.tsx';
import { type Answering, useAnswering } from './use-draft.ts';

const placeOf = ({ ref, sheet }: Draft, itemId: string): Place | undefined => {
  const entry = sheet[itemId];
  if (!entry) return undefined;
  if (entry.saved) return 'there';
  return isKeptHere(keeping, ref, itemId) ? 'here' : 'nowhere';
};

/** Whether the device holds all of the attempt that it would need after the browser was closed. */
const isAllKept = ({ ref, sheet }: Draft): boolean =>
  [keyOf.paper(ref), keyOf.wish(ref)].every(keeping.isDurable) &&
  Object.entries(sheet).every(([itemId, { saved }]) => saved || isKeptHere(keeping, ref, itemId));

type StepProps = {
  readonly draft: Draft;
  readonly answering: Answering;
  readonly place: number;
  readonly onGo: (place: number) => void;
};

/** Counts for how long each question is on screen; gives the time since it was last asked for, visits without an answer included. */
const useLooking = (itemId = '') => {
  const looking = useRef<ReturnType<typeof startLooking>>(undefined);
  const before = useRef<Record<string, number>>({});
  const taken = (of: string): number => {
    const sum = (before.current[of] ?? 0) + (looking.current?.take() ?? 0);
    before.current[of] = 0;
    return sum;
  };
  useEffect(() => {
    const now = startLooking();
    looking.current = now;
    return () => {
      before.current[itemId] = taken(itemId);
      now.stop();
    };
  }, [itemId]);
  return taken;
};

const Question = ({ draft, answering, place, onGo }: StepProps) => {
  const { quiz: t } = useMessages();
  const state = useStore(outboxState);
  const isOffline = !useOnline() || state === 'waiting';
  const { sheet, paper } = draft;
  const { items } = paper.attempt;
  const item = items[place];
  const taken = useLooking(item?.itemId);
  if (!item) return null;
  return (
    <>
      <ItemView
        key={item.itemId}
        item={item}
        heading={t.of(place + 1, items.length)}
        response={sheet[item.itemId]?.response}
        onAnswer={(response) => answering.answer(item.itemId, response, taken(item.itemId))}
        onNext={() => onGo(place + 1)}
      />
      {answering.takenOver === item.itemId && (
        <Notice>
          <p>{t.takenOver}</p>
        </Notice>
      )}
      <Saved place={placeOf(draft, item.itemId)} isOffline={isOffline} />
      <ActionBar
        at={place}
        count={items.length}
        onGo={onGo}
        isOneWay={paper.attempt.navigation === 'one-way'}
      />
    </>
  );
};

const LastStep = ({ draft, answering, onGo }: Omit<StepProps, 'place'>) => {
  const { quiz: t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { wish, paper, sheet } = draft;
  const isOneWay = paper.attempt.navigation === 'one-way';
  const refused = refusedItems(keeping, draft.ref);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [wish]);
  return (
    <>
      <h1 class="last-step" ref={heading} tabIndex={-1}>
        {t.submitTitle}
      </h1>
      {!wish && refused.length > 0 && (
        <LaterRefused draft={draft} itemIds={refused} {...(!isOneWay && { onGo })} />
      )}
      {wish ? (
        <HandingIn wish={wish} isKept={isAllKept(draft)} isTimed={paper.attempt.deadline !== undefined} />
      ) : (
        <HandInView
          items={paper.attempt.items}
          sheet={sheet}
          onHandIn={() => answering.handIn('person')}
          {...(!isOneWay && { onGo })}
        />
      )}
    </>
  );
};

/** An open attempt: one question at a time, kept as it is answered; the last step shows what is missing. */
export const AttemptView = ({ draft }: { draft: Draft }) => {
  const { quiz: t, common } = useMessages();
  const answering = useAnswering(draft);
  const { paper, sheet, wish, ref } = draft;
  const { items, navigation } = paper.attempt;
  const isOneWay = navigation === 'one-way';
  // Each tab stays where it is; the device notes where somebody was last.
  const [place, setPlace] = useState(draft.place);
  const go = (to: number): void => {
    goToPlace(keeping, ref, to);
    setPlace(to);
  };
  const isAsking = !wish && place < items.length;
  useTaskChrome(true);
  useTopBack({ href: paper.backHref, label: paper.title, at: t.attemptNo(paper.attempt.attemptNo) });
  useEffect(() => {
    document.title = `${paper.title} · ${common.brand}`;
  }, [paper.title, common.brand]);
  useEffect(() => scrollTo(0, 0), [place]);
  useEffect(() => preloadAnswers(ref, items), [ref.attemptId]);
  return (
    <FilesFrom.Provider value={{ kind: 'attempt', ref }}>
      <div class="quiz">
        <div class="quiz-top">
          <span aria-hidden="true">{isAsking && t.of(place + 1, items.length)}</span>
          {wish !== 'time' && <Timer paper={paper} onTimeUp={() => answering.handIn('time')} />}
        </div>
        {isAsking && <Progress items={items} sheet={sheet} at={place} {...(!isOneWay && { onGo: go })} />}
        {!isAllKept(draft) && (
          <Notice tone="bad">
            <p>{t.notKept}</p>
          </Notice>
        )}
        {isAsking ? (
          <Question draft={draft} answering={answering} place={place} onGo={go} />
        ) : (
          <LastStep draft={draft} answering={answering} onGo={go} />
        )}
      </div>
    </FilesFrom.Provider>
  );
};
