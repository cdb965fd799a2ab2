import type { SealedTokens } from '../../../access';
import type { Database } from '../../../platform/database/database';
import { inOutbox } from '../../../platform/database/outbox-scope';
import { backoffMs } from '../outbox/backoff.rules';
import type { Channel, Sending } from '../outbox/outbox';
import * as attempts from './attempt.repository';
import type { Claimed } from './attempt.repository';
import { post, type PostOutcome, type Resolve } from './post';
import { signedHeaders } from './signature';
import { DeliveryFailure, WebhookStop } from './webhook.enums';

export interface WebhookSenderSettings {
  database: Database;
  clock: () => Date;
  secrets: SealedTokens;
  allowPrivate: boolean;
  resolve?: Resolve | undefined;
}

/** How long a receiver has to answer, and when somebody else takes over what a server has claimed. */
const TIMEOUT_MS = 10_000;
const LEASE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days after which a webhook that has only failed is switched off, and a delivery that has only failed is given up. */
const FAILING_DAYS = 5;
const KEPT_DAYS = 30;
const GONE = 410;
/** Deliveries of one organisation on their way from which on no more of it are claimed: a receiver may take ten seconds. */
const SHARE = 4;

/** Sends what waits for webhooks. */
export class WebhookSender implements Channel {
  /** By organisation, how many of its deliveries are on their way. */
  private readonly underWay = new Map<string, number>();

  constructor(private readonly settings: WebhookSenderSettings) {}

  async claim(most: number): Promise<Sending[]> {
    const { database, clock } = this.settings;
    const at = clock();
    const without = [...this.underWay].flatMap(([id, count]) => (count >= SHARE ? [id] : []));
    const claimed = await inOutbox(database, async (transaction) =>
      attempts.claimDeliveries(transaction, at, new Date(at.getTime() + LEASE_MS), {
        most,
        mostOfOne: SHARE,
        without,
      }),
    );
    for (const { organisationId } of claimed) this.count(organisationId, 1);
    return claimed.map(
      (delivery) => async (signal) =>
        this.send(delivery, signal).finally(() => this.count(delivery.organisationId, -1)),
    );
  }

  private count(organisationId: string, more: 1 | -1): void {
    const count = (this.underWay.get(organisationId) ?? 0) + more;
    if (count > 0) this.underWay.set(organisationId, count);
    else this.underWay.delete(organisationId);
  }

  /** Keeps secrets under the current key, and forgets old deliveries. */
  async tidy(): Promise<void> {
    const { database, clock, secrets } = this.settings;
    await inOutbox(database, async (transaction) => {
      await attempts.resealSecrets(transaction, (sealed) => secrets.renewed(sealed));
      await attempts.forgetDeliveries(transaction, new Date(clock().getTime() - KEPT_DAYS * DAY_MS));
    });
  }

  private async send(delivery: Claimed, signal: AbortSignal): Promise<void> {
    const { database, clock, secrets, allowPrivate, resolve } = this.settings;
    const secret = secrets.open(delivery.secret);
    if (secret === null) {
      await inOutbox(database, async (transaction) =>
        attempts.switchOff(transaction, delivery, clock(), WebhookStop.SECRET_LOST),
      );
      return;
    }
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'stations-webhooks/1',
      ...signedHeaders(secret, delivery.eventId, clock(), delivery.body),
    };
    const options = { allowPrivate, timeoutMs: TIMEOUT_MS, signal, resolve };
    const outcome = await post(new URL(delivery.url), headers, delivery.body, options);
    // Ended by this server: another attempt follows when the lease is over.
    if (signal.aborted && !('status' in outcome)) return;
    await this.note(delivery, outcome);
  }

  private async note(delivery: Claimed, outcome: PostOutcome): Promise<void> {
    const at = this.settings.clock();
    const status = 'status' in outcome ? outcome.status : null;
    await inOutbox(this.settings.database, async (transaction) => {
      if (status !== null && status >= 200 && status < 300) {
        await attempts.noteDelivered(transaction, delivery, at, status);
        return;
      }
      const failingSince = await attempts.noteFailing(transaction, delivery, at);
      // Somebody else may have switched it off while this was on its way.
      const isOff = status === GONE || failingSince === null || daysBetween(failingSince, at) >= FAILING_DAYS;
      if (isOff) {
        const because = status === GONE ? WebhookStop.GONE : WebhookStop.FAILING;
        await attempts.switchOff(transaction, delivery, at, because);
      }
      await attempts.noteFailed(transaction, delivery, {
        status,
        failure: 'failure' in outcome ? outcome.failure : DeliveryFailure.REFUSED,
        nextAttemptAt: new Date(at.getTime() + backoffMs(delivery.attempts, Math.random())),
        // Of a webhook that is off everything waits: it is sent when it is on again.
        givenUpAt: !isOff && daysBetween(delivery.queuedAt, at) >= FAILING_DAYS ? at : null,
      });
    });
  }
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
