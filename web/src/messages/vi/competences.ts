export { competenceFramework as competences } from '../../../../shared/text/competence-framework.ts';
