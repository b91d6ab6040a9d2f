import { AppearanceChoices } from '../../../ui/appearance.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Sample } from '../sample.ts';

/** What surrounds every page is seen around this one. */
const around = (of: string): Sample => ({ of, as: 'thisPage', draw: () => null });

export const frame: readonly Sample[] = [
  around('Shell'),
  around('Page'),
  around('Appearance'),
  around('PersonSwitch'),
  around('OfflineStrip'),
  around('UpdateStrip'),
  around('QuizNotice'),
  around('Unbroken'),
  {
    of: '.offline',
    as: 'offline',
    draw: ({ plain }) => (
      <div class="offline">
        <Icon name="noNetwork" size={30} />
        <span>{plain}</span>
      </div>
    ),
  },
  { of: 'AppearanceChoices', as: 'appearance', draw: () => <AppearanceChoices /> },
  {
    of: 'Section',
    as: 'section',
    draw: ({ course, sentence }) => (
      <Section title={course}>
        <p>{sentence}</p>
      </Section>
    ),
  },
];
