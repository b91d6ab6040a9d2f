import type { DeskPage, PageDocument } from './page-documents.ts';

const CAMPAIGN_ROLES = ['youth-union', 'director', 'training-head', 'content-staff'] as const;

/** Documents of the pages for work at a desk. */
export const deskDocuments: Readonly<Record<DeskPage, PageDocument>> = {
  materials: {
    module: 'materials/materials',
    heading: ({ materialDesk }) => materialDesk.title,
  },
  'new-material': {
    module: 'materials/new-material',
    heading: ({ materialDesk }) => materialDesk.create,
  },
  'material-desk': {
    module: 'materials/material-desk',
    heading: ({ materialDesk }) => materialDesk.title,
  },
  upload: {
    module: 'upload/upload',
    heading: ({ media }) => media.title,
    own: { roles: ['content-staff', 'teacher'], reads: ['/v1/media'] },
  },
  recording: {
    module: 'upload/recording',
    heading: ({ media }) => media.queue,
  },
  captions: {
    module: 'captions/captions',
    heading: ({ captions }) => captions.title,
  },
  campaigns: {
    module: 'campaigns/campaigns',
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns'] },
  },
  campaign: {
    module: 'campaigns/campaign',
    heading: ({ campaigns }) => campaigns.title,
    own: { roles: CAMPAIGN_ROLES, reads: ['/v1/campaigns/:campaignId'] },
  },
  poster: {
    module: 'campaigns/poster',
    heading: ({ campaigns }) => campaigns.poster.print,
  },
  overview: {
    module: 'overview/overview',
    heading: ({ overview }) => overview.title,
    own: { roles: ['director', 'training-head', 'finance-head'], reads: ['/v1/overview'] },
  },
  reports: {
    module: 'overview/reports',
    heading: ({ overview }) => overview.reportsTitle,
  },
  classes: {
    module: 'teaching/classes',
    heading: ({ teaching }) => teaching.title,
    own: { roles: ['teacher'], reads: ['/v1/classes'] },
  },
  class: {
    module: 'teaching/class',
    heading: ({ teaching }) => teaching.classTitle,
    own: {
      roles: ['teacher', 'training-head'],
      reads: ['/v1/classes/:classId/progress?quietDays=7', '/v1/classes/:classId/members', '/v1/classes'],
    },
  },
  analysis: {
    module: 'analysis/analysis',
    heading: ({ analysis }) => analysis.title,
    starts: ['/v1/quizzes/:quizId'],
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/quizzes/:quizId/item-analysis'] },
  },
  'class-invitation': {
    module: 'people/invitation-sheet',
    heading: ({ invitation }) => invitation.sheet.title,
  },
  people: {
    module: 'people/people',
    heading: ({ people }) => people.title,
  },
  'quiz-marks': {
    module: 'marks/quiz-marks',
    heading: ({ marks }) => marks.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  marking: {
    module: 'marks/marking',
    heading: ({ marks }) => marks.marking.title,
    starts: ['/v1/quizzes/:quizId'],
  },
  placing: {
    module: 'placing/placing',
    heading: ({ placing }) => placing.title,
    starts: ['/v1/diagnostics/current', '/v1/courses'],
  },
  'printed-exams': {
    module: 'printed/printed-exams',
    heading: ({ printed }) => printed.title,
    starts: ['/v1/quizzes/:quizId'],
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/quizzes/:quizId/printed-exams', '/v1/classes'] },
  },
  'printed-exam': {
    module: 'printed/printed-exam',
    heading: ({ printed }) => printed.title,
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/printed-exams/:examId'] },
  },
  authoring: {
    module: 'authoring/authoring',
    heading: ({ authoring }) => authoring.title,
  },
  'new-course': {
    module: 'authoring/new-course',
    heading: ({ authoring }) => authoring.create,
  },
  'course-desk': {
    module: 'authoring/course-desk',
    heading: ({ authoring }) => authoring.title,
    starts: ['/v1/courses/:courseId'],
  },
  bank: {
    module: 'bank/bank',
    heading: ({ bank }) => bank.title,
  },
  'new-item': {
    module: 'bank/new-item',
    heading: ({ bank }) => bank.edit.create,
  },
  'edit-item': {
    module: 'bank/edit-item',
    heading: ({ bank }) => bank.edit.edit,
  },
  'bank-item': {
    module: 'bank/item',
    heading: ({ bank }) => bank.columns.stem,
    own: { roles: ['teacher', 'training-head'], reads: ['/v1/item-banks/:courseId/items/:itemId'] },
  },
  kieu: {
    module: 'kieu/kieu',
    heading: ({ common }) => common.components,
  },
};
