import './home.css';
import type { Role } from '../../../../shared/contract/roles.ts';
import { type Session, session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { lazyPage } from '../../ui/lazy-page.tsx';
import { GuestHome } from './guest-home.tsx';
import { LearnerHome } from './learner-home.tsx';

/** With the words of the staff, which no learner's phone has to fetch before its first picture. */
const StaffHome = lazyPage(() => import('./staff-home.tsx'));

const isLearner = (roles: readonly Role[]): boolean => roles.includes('learner');
const isStaff = (who: Session): boolean => who.state === 'in' && !isLearner(who.roles);

/** Resolves once the script of the home that will be shown is here. */
export const preload = async (): Promise<void> => {
  if (isStaff(session.get())) await StaffHome.preload();
};

/** Hôm nay: what to do now, for whoever is looking. */
const Home = () => {
  const who = useStore(session);
  if (who.state === 'out') return <GuestHome />;
  return isLearner(who.roles) ? <LearnerHome personId={who.personId} /> : <StaffHome />;
};
export default Home;
