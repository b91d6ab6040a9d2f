import './styles/fonts.css';
import './styles/stand-in-fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/cards.css';
import './styles/progress.css';
import './styles/forms.css';
import './styles/shell.css';
import './styles/page.css';
import './styles/menu.css';
import './styles/action-bar.css';
import './styles/before.css';
import './styles/forced-colors.css';
import './styles/print.css';
import { render } from 'preact';
import { App, preloadPage } from './app.tsx';
import { startLanguage } from './messages/language.ts';
import { startOffline } from './offline/start-offline.ts';
import { startSending } from './quiz/start-sending.ts';
import { introducePeople } from './session/introduction.ts';
import { followDevice, startSession } from './session/session.ts';
import { keepTouch } from './session/touch.ts';
import { startContrast } from './state/contrast.ts';
import { startTextSize } from './state/text-size.ts';
import { startSendingLeft } from './viewing/start-sending-left.ts';

startTextSize();
startContrast();
keepTouch();
startSession();
followDevice();
startOffline();
startSending();
startSendingLeft();
introducePeople();

/** The shell of the page stays on screen until the page itself can take its place. */
const showPage = async (): Promise<void> => {
  await Promise.all([startLanguage(), preloadPage(location.pathname)]);
  const place = document.getElementById('app');
  if (!place) return;
  place.replaceChildren();
  render(<App />, place);
};

// Not awaited here: the scripts of pages import this one, and would wait for it while it waits for them.
void showPage();
