/** Who is in which class and run, and how far they are: teachers and the training office need these together. */
export { invitation } from './invitation.ts';
export { people } from './people.ts';
export { teaching } from './teaching.ts';
