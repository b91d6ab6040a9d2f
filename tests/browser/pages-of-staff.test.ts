import { setTour } from '../support/browser-stage.ts';
import { lookAtPagesOf, WALKS } from '../support/tour-pages.ts';

lookAtPagesOf(WALKS.staff, setTour());
