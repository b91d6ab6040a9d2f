import { useEffect, useState } from 'preact/hooks';
import { type CentreContact, siteConfig } from '../../session/config.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { useHelpWords } from './use-help-words.ts';

/** How to reach the centre; nothing when the deployment was told nothing, or there is no network to ask. */
const useContact = (): CentreContact | undefined => {
  const [contact, setContact] = useState<CentreContact>();
  useEffect(() => {
    siteConfig().then(
      (config) => setContact(config.contact),
      () => undefined,
    );
  }, []);
  return contact;
};

const One = ({ icon, title, text }: { icon: IconName; title: string; text: string }) => (
  <li class="card help-person">
    <span class="tile-sign">
      <Icon name={icon} size={28} />
    </span>
    <span>
      <b>{title}</b>
      <span class="muted">{text}</span>
    </span>
  </li>
);

const Centre = () => {
  const t = useHelpWords().people;
  const { phone, address } = useContact() ?? {};
  return (
    <>
      <One icon="home" title={t.centre} text={address ?? t.noContact} />
      {phone && (
        <li>
          <a class="btn btn-quiet btn-full" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <Icon name="phone" />
            {t.call(phone)}
          </a>
        </li>
      )}
    </>
  );
};

type Props = { readonly classes: readonly { readonly classId: string; readonly name: string }[] };

/** People who can help: those nearby, the teachers of one's classes, and the centre. */
export const Helpers = ({ classes }: Props) => {
  const t = useHelpWords().people;
  return (
    <Section title={t.title}>
      <ul class="stack-tight">
        <One icon="people" title={t.family} text={t.familyMore} />
        {classes.map(({ classId, name }) => (
          <One key={classId} icon="person" title={t.myClass(name)} text={t.myClassMore} />
        ))}
        <Centre />
      </ul>
    </Section>
  );
};
