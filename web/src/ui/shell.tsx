import { type ComponentChildren, Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../messages/use-messages.ts';
import { isBareAt } from '../pages.ts';
import { isCurrent, type MenuEntry, menuFor, phoneMenu } from '../session/menu.ts';
import { handovers, session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import { Appearance } from './appearance.tsx';
import { chrome, frameNote, type TopBack, topBack } from './chrome.ts';
import { Logo } from './drawings.tsx';
import { Icon } from './icon.tsx';
import { noteDrawn } from './page.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { QuizNotice } from './quiz-notice.tsx';
import { OfflineStrip, UpdateStrip } from './strips.tsx';
import { Unbroken } from './unbroken.tsx';

const Brand = () => {
  const { common } = useMessages();
  return (
    <a class="brand" href="/">
      <Logo />
      <span>
        {common.brand}
        <small>{common.centre}</small>
      </span>
    </a>
  );
};

const Entries = ({ entries, iconSize }: { entries: readonly MenuEntry[]; iconSize: number }) => {
  const { common } = useMessages();
  const { path } = useLocation();
  return (
    <ul>
      {entries.map(({ href, label, icon }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent(href, path) ? 'page' : undefined}>
            <Icon name={icon} size={iconSize} />
            <span>{common.menu[label]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

/** The way back on phones, where the brand stands on other pages; a desk shows both elsewhere. */
const TopBackLink = ({ back }: { back: TopBack }) => (
  <a class={back.at ? 'top-back top-back-at' : 'top-back'} href={back.href}>
    <span class="square" aria-hidden="true">
      <Icon name="back" size={26} weight={2.6} />
    </span>
    <span>
      <span class="top-back-label">{back.label}</span>
      {back.at && <small>{back.at}</small>}
    </span>
  </a>
);

/** Frame of every page: brand, text size, whose turn it is, their menu, and strips for no network and a new version. */
const Frame = ({ children }: { children: ComponentChildren }) => {
  const { common } = useMessages();
  const who = useStore(session);
  const look = useStore(chrome);
  const back = useStore(topBack);
  const turn = useStore(handovers);
  const Note = useStore(frameNote);
  const entries = menuFor(who.state === 'in' ? who.roles : undefined);
  return (
    <div class={look === 'full' ? 'shell has-bottom' : 'shell'}>
      <a class="btn skip" href="#noi-dung">
        {common.skip}
      </a>
      <nav class="side" aria-label={common.mainMenu}>
        <Brand />
        <Entries entries={entries} iconSize={22} />
      </nav>
      <div>
        <OfflineStrip />
        <UpdateStrip />
        <header class={back ? 'top top-led' : 'top'}>
          {back ? <TopBackLink back={back} /> : <Brand />}
          <Appearance />
          <PersonSwitch />
        </header>
        <main id="noi-dung" tabIndex={-1}>
          {Note && <Note />}
          <QuizNotice />
          <Fragment key={turn}>{children}</Fragment>
        </main>
      </div>
      {look === 'full' && (
        <nav class="bottom" aria-label={common.mainMenu}>
          <Entries entries={phoneMenu(entries)} iconSize={26} />
        </nav>
      )}
    </div>
  );
};

/** The frame, or for a page that stands alone nothing but the page. */
export const Shell = ({ children }: { children: ComponentChildren }) => {
  const { path } = useLocation();
  const page = <Unbroken>{children}</Unbroken>;
  useEffect(noteDrawn, []);
  return (
    <Unbroken alone>{isBareAt(path) ? <main id="noi-dung">{page}</main> : <Frame>{page}</Frame>}</Unbroken>
  );
};
