import './practice.css';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { KeptTicksContext } from './kept-ticks.ts';
import { type Practice, wordsOf } from './parse.ts';
import { Parts } from './parts.tsx';

type Options = Practice['options'];
type Props = {
  readonly practice: Practice;
  readonly before: ComponentChildren;
  readonly after: ComponentChildren;
};

const Answers = ({ options, after }: { options: Options; after: ComponentChildren }) => {
  const { courses } = useMessages();
  const t = courses.practice;
  const [chosen, setChosen] = useState<number>();
  const isRight = chosen === undefined ? undefined : options[chosen]?.isRight;
  const why = useRef<HTMLDivElement>(null);
  // It comes below the answers, where the bar at the foot of the window may lie over it.
  useEffect(() => why.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  return (
    <>
      <div class="practice-answers">
        {options.map(({ parts }, at) => (
          <button
            key={at}
            type="button"
            class={`btn btn-quiet ${at === chosen ? (isRight ? 'practice-right' : 'practice-wrong') : ''}`}
            aria-pressed={at === chosen}
            onClick={() => setChosen(at)}
          >
            <span>
              <Parts parts={parts} />
            </span>
          </button>
        ))}
      </div>
      <div role="status">
        {isRight !== undefined && (
          <div ref={why} class={isRight ? 'practice-why practice-right' : 'practice-why practice-wrong'}>
            <p class="strong">
              <Icon name={isRight ? 'tick' : 'alert'} weight={2.6} />
              {isRight ? t.right : t.wrong}
            </p>
            {after}
          </div>
        )}
      </div>
    </>
  );
};

const ThingsToDo = ({ options }: { options: Options }) => {
  const kept = useContext(KeptTicksContext);
  const [ticked, setTicked] = useState<readonly string[]>(() => kept?.ticked() ?? []);
  const turn = (words: string): void => {
    // What another practice of the lesson ticked off since is kept, too.
    const now = kept?.ticked() ?? ticked;
    const next = now.includes(words) ? now.filter((other) => other !== words) : [...now, words];
    kept?.keep(next);
    setTicked(next);
  };
  return (
    <ul class="practice-things">
      {options.map(({ parts }, at) => {
        const words = wordsOf(parts);
        return (
          <li key={at}>
            <label class="tick">
              <input type="checkbox" checked={ticked.includes(words)} onChange={() => turn(words)} />
              <span>
                <Parts parts={parts} />
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
};

/** Something to try in a lesson. It is not marked and goes nowhere: the learner only sees whether it was right, and why. */
export const PracticeCard = ({ practice: { form, title, options }, before, after }: Props) => {
  const id = useId();
  return (
    <section class="card card-pale practice" aria-labelledby={id}>
      <h3 id={id}>
        <Parts parts={title} />
      </h3>
      {before}
      {form === 'choice' && <Answers options={options} after={after} />}
      {form === 'checklist' && <ThingsToDo options={options} />}
      {form === 'checklist' && after}
    </section>
  );
};
