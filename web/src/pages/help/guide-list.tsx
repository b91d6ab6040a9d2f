import { useRef, useState } from 'preact/hooks';
import { SearchField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { findGuides, GUIDES } from './guides.ts';
import { useHelpWords } from './use-help-words.ts';

const GuideCard = ({ name, icon, on }: (typeof GUIDES)[number]) => {
  const help = useHelpWords();
  const { title, steps } = help.guides[name];
  const text = useRef<HTMLDivElement>(null);
  return (
    <details class="card help-guide">
      <summary>
        <span class="tile-sign">
          <Icon name={icon} size={28} />
        </span>
        <span>{title}</span>
        <span class="help-more">
          <Icon name="forward" size={22} weight={2.6} />
        </span>
      </summary>
      <div ref={text} class="prose">
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <div class="row">
        {on && (
          <a class="btn" href={on.href}>
            {help.links[on.link]}
          </a>
        )}
        <ReadAloud of={text} />
      </div>
    </details>
  );
};

/** Step by step through the commonest troubles; found without marks and by other words for the same thing. */
export const GuideList = () => {
  const t = useHelpWords();
  const [query, setQuery] = useState('');
  const found = findGuides(GUIDES, t.guides, query);
  return (
    <div class="stack">
      <SearchField label={t.search} hint={t.searchHint} value={query} onValue={setQuery} />
      <p class="muted" role="status">
        {found.length === 0 ? t.noneFound : t.found(found.length)}
      </p>
      <ul class="stack-tight">
        {found.map((guide) => (
          <li key={guide.name}>
            <GuideCard {...guide} />
          </li>
        ))}
      </ul>
    </div>
  );
};
