import { useMessages } from '../../messages/use-messages.ts';
import { Waiting } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import type { Decision } from './decisions.ts';
import type { Source } from './unread.ts';
import { type DecisionWords, useDecisionWords } from './use-decision-words.ts';

const LOOKS = { urgent: 'chip-vermilion', look: 'chip-sophora', follow: 'chip-indigo' } as const;
type Words = { readonly title: string; readonly text: string; readonly link: string };

/** The words of each kind take what that kind carries; the catalogue has one function per kind. */
const wordsOf = (decision: Decision, t: DecisionWords): Words =>
  (t.decide[decision.kind] as (about: Decision) => Words)(decision);

type Props = {
  /** Absent while they are being found. */
  readonly decisions: readonly Decision[] | undefined;
  /** What could not be read, so that nothing is known of what waits there. */
  readonly unread: readonly Source[];
};

/** What waits for the director's word: how urgent, what it is, and the one page where something can be done. */
export const DecisionList = ({ decisions, unread }: Props) => {
  const { overview: t } = useMessages();
  const words = useDecisionWords();
  if (!decisions)
    return (
      <Section title={t.decisions}>
        <div class="decisions-waiting">
          <Waiting />
        </div>
      </Section>
    );
  return (
    <Section title={t.decisions}>
      <div class="card card-main stack-tight">
        {unread.length > 0 && (
          <Notice>
            <p>{words.unreadFacts(unread.map((source) => words.sources[source]))}</p>
          </Notice>
        )}
        {decisions.length === 0 && unread.length === 0 && <p>{t.noDecisions}</p>}
        <ul class="decisions">
          {decisions.map((decision) => {
            const { title, text, link } = wordsOf(decision, words);
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
