import type { Cause } from '#shared/messaging/outbox.ts';
import { creditsEnrolment } from '../domain/touch.ts';
import { attributed } from '../events-out.ts';
import type { TouchStore } from '../touch-store.ts';

/** Credits an enrolment to the touch it names. A touch nobody knows of is no credit: it was typed by hand. */
export async function creditEnrolment(
  store: TouchStore,
  enrolment: { readonly enrolmentId: string; readonly touchId: string; readonly at: string },
  cause: Cause,
): Promise<'credited' | 'repeated' | 'not-credited'> {
  const touch = await store.findTouch(enrolment.touchId);
  if (!touch || !creditsEnrolment(touch, enrolment.at)) return 'not-credited';
  const { touchId, campaignId, channelId } = touch;
  const credit = { enrolmentId: enrolment.enrolmentId, touchId, campaignId, channelId, at: enrolment.at };
  return store.saveCredit(credit, attributed(credit, cause));
}
