import './competences.css';
import { useMessages } from '../messages/use-messages.ts';
import { Tick } from '../ui/tick.tsx';

type Props = {
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly chosenWords: (n: number) => string;
};

const toggled = (chosen: readonly string[], code: string): readonly string[] =>
  chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];

/** The 24 components of circular 02/2025/TT-BGDĐT by domain, to tick; domains stay folded so that a phone shows all six. */
export const CompetenceTicks = ({ chosen, onChange, chosenWords }: Props) => {
  const { competences: t } = useMessages();
  return (
    <>
      <p class="strong" role="status">
        {chosenWords(chosen.length)}
      </p>
      {Object.entries(t.domains).map(([domain, name]) => {
        const inDomain = chosen.filter((code) => code.startsWith(`${domain}.`)).length;
        return (
          <details key={domain} class="domain">
            <summary>
              {domain}. {name}
              {inDomain > 0 && ` (${chosenWords(inDomain)})`}
            </summary>
            <div class="ticks">
              {Object.entries(t.names)
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
    </>
  );
};
