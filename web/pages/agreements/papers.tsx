import { type ReactNode, useState } from 'react';
import type { AgreementDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay } from '../../session/viewer';
import { ContractForm } from './contract-form';

/** What is known of the paper contract. */
export function Papers({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages, common } = texts();
  const { cycle, cycleYear } = agreement;
  const mayRecord = useMay('agreement.confirm') && agreement.state === 'CONFIRMED';
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.papers}</h2>
        {mayRecord && (
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              setOpen(true);
            }}
          >
            {messages.recordContract}
          </button>
        )}
      </div>
      {isOpen && (
        <ContractForm
          agreement={agreement}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
      <dl className="facts">
        <dt>{messages.contractNumber}</dt>
        <dd>{agreement.contractNumber ?? common.nothing}</dd>
        <dt>{messages.signedOn}</dt>
        <dd>{agreement.signedOn ?? common.nothing}</dd>
        <dt>{messages.filedOn}</dt>
        <dd>{agreement.filedOn ?? common.nothing}</dd>
        <dt>{messages.publishedOn}</dt>
        <dd>{agreement.publishedOn ?? common.nothing}</dd>
        {cycle && (
          <>
            <dt>{messages.cycle}</dt>
            <dd>
              {messages.cycleText(
                cycle.procurementNumber,
                cycle.startsOn,
                cycle.endsOn,
                cycleYear === null ? common.nothing : String(cycleYear),
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
