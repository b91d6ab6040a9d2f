import { formatInstant } from '../../format/dates.ts';
import type { placing as vi } from '../vi/placing.ts';

/** The diagnostic: the training office chooses from which banks and domains it asks. */
export const placing: typeof vi = {
  title: 'Diagnostic',
  lead: 'Learners answer a few questions and learn their step in each domain.',
  open: 'Open the diagnostic',
  now: 'In use',
  none: 'There is none yet. Publish one, and learners can find out where they stand.',
  since: (title, when) => `“${title}”, published ${formatInstant(when, 'en')}.`,
  extent: (domains, most) => `It asks ${domains} domains, at most ${most} questions each.`,
  limits: (hours, days) =>
    days === 0
      ? `Open for ${hours} hours. It can be repeated at once.`
      : `Open for ${hours} hours. It can be repeated after ${days} days.`,
  seeClasses: 'The levels of a class are on its page, under “Levels”.',
  publish: 'Publish another',
  rule: 'Only approved questions with a competence and a level that a machine marks and that show no picture are asked. Each domain needs two levels.',
  name: 'Name',
  nameSample: 'Where do you stand?',
  domains: 'Domains to ask about',
  banks: 'Courses whose questions may be asked',
  most: 'Questions per domain at most',
  hours: 'Hours to finish in',
  days: 'Days until it can be repeated',
  chooseSome: 'Choose at least one.',
  send: 'Publish',
  ask: 'Whoever starts from now on takes this one, not the one in use.',
  yes: 'Go on',
  no: 'Not yet',
  sent: 'Published. Whoever starts from now on takes this one.',
};
