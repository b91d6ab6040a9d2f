import lazy from 'preact-iso/lazy';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { Shell } from './ui/shell.tsx';

const Home = lazy(() => import('./pages/home/home.tsx'));
const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx'));
const Courses = lazy(() => import('./pages/courses/courses.tsx'));
const Course = lazy(() => import('./pages/courses/course.tsx'));
const Lesson = lazy(() => import('./pages/lesson/lesson.tsx'));
const Quiz = lazy(() => import('./pages/quiz/quiz.tsx'));
const Upload = lazy(() => import('./pages/upload/upload.tsx'));
const Recording = lazy(() => import('./pages/upload/recording.tsx'));
const Campaigns = lazy(() => import('./pages/campaigns/campaigns.tsx'));
const Campaign = lazy(() => import('./pages/campaigns/campaign.tsx'));
const Poster = lazy(() => import('./pages/campaigns/poster.tsx'));
const Overview = lazy(() => import('./pages/overview/overview.tsx'));
const Reports = lazy(() => import('./pages/overview/reports.tsx'));
const Classes = lazy(() => import('./pages/people/classes.tsx'));
const People = lazy(() => import('./pages/people/people.tsx'));
const Account = lazy(() => import('./pages/account/account.tsx'));
const NotFound = lazy(() => import('./pages/not-found.tsx'));

/** Addresses that are not pages: the API, tracked links, recordings and the local cloud's own pages. */
const PAGES = /^\/(?!v1\/|t\/|media\/|local(\/|$))/;

/** The site: one address per page, each page's script fetched when it is first opened. */
export const App = () => (
  <LocationProvider scope={PAGES}>
    <Shell>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/dang-nhap" component={SignIn} />
        <Route path="/khoa-hoc" component={Courses} />
        <Route path="/khoa-hoc/:slug" component={Course} />
        <Route path="/khoa-hoc/:slug/bai/:lessonNo" component={Lesson} />
        <Route path="/kiem-tra/:quizId" component={Quiz} />
        <Route path="/tai-len" component={Upload} />
        <Route path="/tai-len/:assetId" component={Recording} />
        <Route path="/chien-dich" component={Campaigns} />
        <Route path="/chien-dich/:campaignId" component={Campaign} />
        <Route path="/chien-dich/:campaignId/ap-phich/:channelId" component={Poster} />
        <Route path="/tong-quan" component={Overview} />
        <Route path="/bao-cao" component={Reports} />
        <Route path="/lop" component={Classes} />
        <Route path="/hoc-vien" component={People} />
        <Route path="/tai-khoan" component={Account} />
        <Route default component={NotFound} />
      </Router>
    </Shell>
  </LocationProvider>
);
