import './kieu.css';
import { useMessages } from '../../messages/use-messages.ts';
import { AppearanceChoices } from '../../ui/appearance.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { LanguageChoice } from '../account/language-choice.tsx';
import { GROUPS } from './groups.ts';
import type { Sample } from './sample.ts';
import { useKieuWords } from './use-kieu-words.ts';

const Shown = ({ sample }: { sample: Sample }) => {
  const words = useKieuWords();
  const { of, as, wide, draw } = sample;
  return (
    <li class={wide ? 'sample sample-wide' : 'sample'}>
      <p class="sample-name">
        <code>{of}</code> <span class="muted">{words.as[as]}</span>
      </p>
      {draw(words.sample)}
    </li>
  );
};

/** The living page of the components: each in every state, in the look and language chosen here. */
const KieuPage = () => {
  const { common } = useMessages();
  const words = useKieuWords();
  return (
    <Page title={common.components} lead={words.lead}>
      <div class="card sample-switches">
        <AppearanceChoices />
        <LanguageChoice />
      </div>
      {GROUPS.map(({ name, samples }) => (
        <Section key={name} title={words.groups[name]}>
          <ul class="samples">
            {samples.map((sample) => (
              <Shown key={`${sample.of} ${sample.as}`} sample={sample} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
};
export default KieuPage;
