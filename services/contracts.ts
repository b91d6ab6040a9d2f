import type { Routes } from '#shared/contract/route.ts';
import { campaignRoutes } from './campaigns/contract.ts';
import { enrollmentRoutes } from './enrollment/contract.ts';
import { libraryRoutes, searchRoutes } from './library/contract.ts';
import { captionRoutes, mediaRoutes, passRoutes } from './media/contract.ts';

import { peopleRoutes } from './people/contract.ts';
import {
  answerFileRoutes,
  diagnosticRoutes,
  exchangeRoutes,
  itemMediaRoutes,
  printedExamRoutes,
  quizRoutes,
} from './quizzes/contract.ts';
import { reportRoutes } from './reports/contract.ts';
import { viewingRoutes } from './viewing/contract.ts';

/** The routes of every service by the service's name, for whatever is made from all of them: OpenAPI, role tests. */
export const contracts = {
  people: peopleRoutes,
  enrollment: enrollmentRoutes,
  quizzes: {
    ...quizRoutes,
    ...exchangeRoutes,
    ...itemMediaRoutes,
    ...answerFileRoutes,
    ...diagnosticRoutes,
    ...printedExamRoutes,
  },
  media: { ...mediaRoutes, ...captionRoutes, ...passRoutes },
  viewing: viewingRoutes,
  library: { ...libraryRoutes, ...searchRoutes },
  campaigns: campaignRoutes,
  reports: reportRoutes,
} as const satisfies Readonly<Record<string, Routes>>;
