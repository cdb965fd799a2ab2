import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { AgreementDetailsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useViewer } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { addressOfAgreement } from './addresses';
import { EMPTY_REGISTRATION } from './registration';
import { RegistrationFields } from './registration-fields';
import { registrationFrom } from './registration-from';

/** Registers an agreement, in a form that keeps what is typed. */
export function RegistrationForm(): ReactNode {
  const { agreements: messages } = texts();
  const { organisation } = useViewer();
  return (
    <PageFrame
      title={messages.register}
      about={
        <Link href="/console/agreements" className="screen-only">
          {messages.all}
        </Link>
      }
    >
      <RegistrationFields
        name="registration"
        initial={{
          ...EMPTY_REGISTRATION,
          ...(organisation.kind === 'OPERATOR' && { operatorId: organisation.id }),
          ...(organisation.kind === 'PURCHASER' && { purchaserId: organisation.id }),
        }}
        proposal={null}
      />
    </PageFrame>
  );
}

/** Revises a proposal, in the form that registered it, filled with what it says. */
export function RevisionForm({ id }: { readonly id: string }): ReactNode {
  const { agreements: messages } = texts();
  const query = useOperation(AgreementDetailsDocument, { agreement: id });
  return (
    <Answered query={query}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.revise}
            about={
              <span className="soft">
                <Link href={addressOfAgreement(id)}>{agreement.station.name}</Link> {agreement.operator.name}{' '}
                · {agreement.purchaser.name}
              </span>
            }
          >
            <RegistrationFields
              name={`revision:${id}:${agreement.revision}`}
              initial={registrationFrom(agreement, messages)}
              proposal={agreement}
            />
          </PageFrame>
        )
      }
    </Answered>
  );
}
