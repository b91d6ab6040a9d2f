import { useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { useHelpWords } from './use-help-words.ts';

/** For whoever has just been tricked: what to do in which order, before anything else on the page. */
export const Urgent = () => {
  const t = useHelpWords().urgent;
  const steps = useRef<HTMLDivElement>(null);
  return (
    <section class="card card-main help-urgent stack" aria-label={t.title}>
      <h2>
        <Icon name="alert" size={30} />
        {t.title}
      </h2>
      <p>{t.lead}</p>
      <details class="help-open">
        <summary class="btn btn-danger btn-full">{t.open}</summary>
        <div ref={steps} class="prose">
          <ol>
            {t.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <div class="row">
          <ReadAloud of={steps} />
          <a class="btn btn-quiet" href="/khoa-hoc/an-toan-tren-mang/bai/3">
            {t.lesson}
          </a>
        </div>
      </details>
    </section>
  );
};
