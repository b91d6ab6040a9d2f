import './home.css';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { GuestHome } from './guest-home.tsx';
import { LearnerHome } from './learner-home.tsx';
import { StaffHome } from './staff-home.tsx';

/** Hôm nay: what to do now, for whoever is looking. */
const Home = () => {
  const who = useStore(session);
  if (who.state === 'out') return <GuestHome />;
  if (who.roles.includes('learner')) return <LearnerHome personId={who.personId} />;
  return <StaffHome personId={who.personId} roles={who.roles} />;
};
export default Home;
