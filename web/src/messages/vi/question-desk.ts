/** Writing questions by hand: their kinds, their form, and what learners read beside their answers. */
export { bank } from './bank.ts';
export { competences } from './competences.ts';
export { items } from './items.ts';
export { questionForm } from './question-form.ts';
