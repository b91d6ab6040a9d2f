/** Courses, quizzes and their questions, banks, and the competences that they are for. */
export { authoring } from './authoring.ts';
export { bank } from './bank.ts';
export { competences } from './competences.ts';
export { placing } from './placing.ts';
