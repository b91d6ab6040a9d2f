import { useMessages } from '../../messages/use-messages.ts';
import { Tick } from '../../ui/tick.tsx';

type Props = { readonly chosen: readonly string[]; readonly onChange: (codes: readonly string[]) => void };

const toggled = (chosen: readonly string[], code: string): readonly string[] =>
  chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];

/** The 24 components of circular 02/2025/TT-BGDĐT by domain, to tick; domains stay folded so that a phone shows all six. */
export const CompetenceTicks = ({ chosen, onChange }: Props) => {
  const { authoring, competences } = useMessages();
  const t = authoring.form;
  return (
    <fieldset class="card stack-tight">
      <legend class="unseen">{t.competences}</legend>
      <h2>{t.competences}</h2>
      <p class="muted">{t.competencesHint}</p>
      <p class="strong" role="status">
        {t.chosen(chosen.length)}
      </p>
      {Object.entries(competences.domains).map(([domain, name]) => {
        const inDomain = chosen.filter((code) => code.startsWith(`${domain}.`)).length;
        return (
          <details key={domain} class="domain">
            <summary>
              {domain}. {name}
              {inDomain > 0 && ` (${t.chosen(inDomain)})`}
            </summary>
            <div class="ticks">
              {Object.entries(competences.names)
                .filter(([code]) => code.startsWith(`${domain}.`))
                .map(([code, component]) => (
                  <Tick
                    key={code}
                    checked={chosen.includes(code)}
                    onChecked={() => onChange(toggled(chosen, code))}
                  >
                    <span>
                      {code} {component}
                    </span>
                  </Tick>
                ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
};
