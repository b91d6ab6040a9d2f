import { setTour } from '../support/browser-stage.ts';
import { WALKS } from '../support/tour-pages.ts';
import { lookAtStatesFor } from '../support/tour-states.ts';

lookAtStatesFor(WALKS.staff, setTour());
