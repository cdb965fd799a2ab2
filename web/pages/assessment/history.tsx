import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { momentText } from '../../ui/moments';
import type { Assessment } from './assessment';

/** What became of it, the earliest first. */
export function History({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { assessments: messages } = texts();
  const { openedAt, unsealedAt, unsealReason, closedAt, cancelledAt, cancelReason } = assessment;
  const events: (readonly [at: string | null, text: (at: string) => string])[] = [
    [openedAt, messages.opened],
    ...(assessment.assessorRequests ?? []).map(
      ({ requestedAt, assessor, reason }) =>
        [requestedAt, (at: string) => messages.requested(at, assessor.name, reason)] as const,
    ),
    ...assessment.replacedAssessors.map(
      ({ replacedAt, assessor, reason }) =>
        [replacedAt, (at: string) => messages.replaced(at, assessor.name, reason)] as const,
    ),
    [
      unsealedAt,
      (at) => (unsealReason === null ? messages.unsealed(at) : messages.unsealedEarly(at, unsealReason)),
    ],
    [closedAt, messages.closedAt],
    [cancelledAt, (at) => messages.cancelled(at, cancelReason ?? '')],
  ];
  const happened = events
    .flatMap(([at, text]) => (at === null ? [] : [{ at, text: text(momentText(at)) }]))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <section className="section">
      <h2>{messages.history}</h2>
      <ol className="assessment-history">
        {happened.map(({ at, text }) => (
          <li key={at + text}>{text}</li>
        ))}
      </ol>
    </section>
  );
}
