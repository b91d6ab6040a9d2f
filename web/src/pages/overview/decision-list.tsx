import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Section } from '../../ui/page.tsx';
import type { Decision } from './decisions.ts';

const LOOKS = { urgent: 'chip-vermilion', look: 'chip-sophora', follow: 'chip-indigo' } as const;
type Words = { readonly title: string; readonly text: string; readonly link: string };

/** The words of each kind take what that kind carries; the catalogue has one function per kind. */
const wordsOf = (decision: Decision, t: Messages['overview']): Words =>
  (t.decide[decision.kind] as (about: Decision) => Words)(decision);

/** What waits for the director's word: how urgent, what it is, and the one page where something can be done. */
export const DecisionList = ({ decisions }: { decisions: readonly Decision[] }) => {
  const { overview: t } = useMessages();
  return (
    <Section title={t.decisions}>
      <div class="card card-main">
        {decisions.length === 0 && <p>{t.noDecisions}</p>}
        <ul class="decisions">
          {decisions.map((decision) => {
            const { title, text, link } = wordsOf(decision, t);
            return (
              <li key={`${decision.kind} ${title}`}>
                <span class={`chip ${LOOKS[decision.urgency]}`}>{t.urgency[decision.urgency]}</span>
                <span>
                  <b>{title}</b>
                  <span class="muted">{text}</span>
                </span>
                <a class="decision-link" href={decision.href} aria-label={`${link}: ${title}`}>
                  {link}
                </a>
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
};
