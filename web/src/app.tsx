import { LocationProvider, Route, Router } from 'preact-iso/router';
import { lazyPage } from './ui/lazy-page.tsx';
import { Shell } from './ui/shell.tsx';

const Home = lazyPage(() => import('./pages/home/home.tsx'));
const SignIn = lazyPage(() => import('./pages/sign-in/sign-in.tsx'));
const Courses = lazyPage(() => import('./pages/courses/courses.tsx'));
const Course = lazyPage(() => import('./pages/courses/course.tsx'));
const Lesson = lazyPage(() => import('./pages/lesson/lesson.tsx'));
const Quiz = lazyPage(() => import('./pages/quiz/quiz.tsx'));
const Upload = lazyPage(() => import('./pages/upload/upload.tsx'));
const Recording = lazyPage(() => import('./pages/upload/recording.tsx'));
const Campaigns = lazyPage(() => import('./pages/campaigns/campaigns.tsx'));
const Campaign = lazyPage(() => import('./pages/campaigns/campaign.tsx'));
const Poster = lazyPage(() => import('./pages/campaigns/poster.tsx'));
const Overview = lazyPage(() => import('./pages/overview/overview.tsx'));
const Reports = lazyPage(() => import('./pages/overview/reports.tsx'));
const Classes = lazyPage(() => import('./pages/people/classes.tsx'));
const People = lazyPage(() => import('./pages/people/people.tsx'));
const Authoring = lazyPage(() => import('./pages/authoring/authoring.tsx'));
const NewCourse = lazyPage(() => import('./pages/authoring/new-course.tsx'));
const CourseDesk = lazyPage(() => import('./pages/authoring/course-desk.tsx'));
const Account = lazyPage(() => import('./pages/account/account.tsx'));
const NotFound = lazyPage(() => import('./pages/not-found.tsx'));

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
        <Route path="/soan-khoa-hoc" component={Authoring} />
        <Route path="/soan-khoa-hoc/moi" component={NewCourse} />
        <Route path="/soan-khoa-hoc/:courseId" component={CourseDesk} />
        <Route path="/tai-khoan" component={Account} />
        <Route default component={NotFound} />
      </Router>
    </Shell>
  </LocationProvider>
);
