import type { ComponentType } from 'preact';
import type { PageName } from './pages.ts';

/**
 * The scripts of the pages for work at a desk, each fetched when it is first opened. Where they are is itself fetched
 * with the first of them: the list grows with the work of the staff, and learners' phones need none of it.
 */
export const deskPages = {
  upload: () => import('./pages/upload/upload.tsx'),
  recording: () => import('./pages/upload/recording.tsx'),
  captions: () => import('./pages/captions/captions.tsx'),
  materials: () => import('./pages/materials/materials.tsx'),
  'new-material': () => import('./pages/materials/new-material.tsx'),
  'material-desk': () => import('./pages/materials/material-desk.tsx'),
  campaigns: () => import('./pages/campaigns/campaigns.tsx'),
  campaign: () => import('./pages/campaigns/campaign.tsx'),
  poster: () => import('./pages/campaigns/poster.tsx'),
  overview: () => import('./pages/overview/overview.tsx'),
  reports: () => import('./pages/overview/reports.tsx'),
  classes: () => import('./pages/teaching/classes.tsx'),
  analysis: () => import('./pages/analysis/analysis.tsx'),
  class: () => import('./pages/teaching/class.tsx'),
  'class-invitation': () => import('./pages/people/invitation-sheet.tsx'),
  people: () => import('./pages/people/people.tsx'),
  'quiz-marks': () => import('./pages/marks/quiz-marks.tsx'),
  marking: () => import('./pages/marks/marking.tsx'),
  placing: () => import('./pages/placing/placing.tsx'),
  'printed-exams': () => import('./pages/printed/printed-exams.tsx'),
  'printed-exam': () => import('./pages/printed/printed-exam.tsx'),
  authoring: () => import('./pages/authoring/authoring.tsx'),
  'new-course': () => import('./pages/authoring/new-course.tsx'),
  'course-desk': () => import('./pages/authoring/course-desk.tsx'),
  bank: () => import('./pages/bank/bank.tsx'),
  'new-item': () => import('./pages/bank/new-item.tsx'),
  'edit-item': () => import('./pages/bank/edit-item.tsx'),
  'bank-item': () => import('./pages/bank/item.tsx'),
  kieu: () => import('./pages/kieu/kieu.tsx'),
} as const satisfies Partial<Record<PageName, () => Promise<{ default: ComponentType }>>>;

export type DeskPageName = keyof typeof deskPages;
