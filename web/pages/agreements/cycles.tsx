import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useConnection } from '../../api/connections';
import { ContractCyclesDocument, type CycleLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay } from '../../session/viewer';
import { Pending, Skeleton } from '../../ui/answered';
import { moneyText } from '../../ui/decimals';
import { ListFoot } from '../../ui/list-foot';
import { TableFrame } from '../../ui/table-frame';
import { addressOfAgreement } from './addresses';
import { CycleForm } from './cycle-form';

/** 承接周期: which agreements belong together, since one procurement covered their years. */
export function Cycles(): ReactNode {
  const { agreements: messages } = texts();
  const mayRegister = useMay('cycle.register');
  /** Null for a new one. */
  const [edited, edit] = useState<CycleLineFragment | null>();
  const list = useConnection(ContractCyclesDocument, {}, ({ contractCycles }) => contractCycles);
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.cycles}</h2>
        {mayRegister && (
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              edit(null);
            }}
          >
            {messages.registerCycle}
          </button>
        )}
      </div>
      {!list.nodes && <Pending query={list.query} skeleton={<Skeleton lines={2} />} />}
      {list.nodes?.length === 0 && <p className="soft">{messages.noCycles}</p>}
      {list.nodes && list.nodes.length > 0 && (
        <>
          <CycleTable cycles={list.nodes} {...(mayRegister && { onCorrect: edit })} />
          <ListFoot {...list} />
        </>
      )}
      {edited !== undefined && (
        <CycleForm
          cycle={edited}
          onClose={() => {
            edit(undefined);
          }}
        />
      )}
    </section>
  );
}

function CycleTable({
  cycles,
  onCorrect,
}: {
  readonly cycles: readonly CycleLineFragment[];
  readonly onCorrect?: (cycle: CycleLineFragment) => void;
}): ReactNode {
  const { agreements: messages } = texts();
  return (
    <TableFrame label={messages.cycles}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.procurementNumber}</th>
            <th scope="col">{messages.operator}</th>
            <th scope="col">{messages.purchaser}</th>
            <th scope="col">{messages.days}</th>
            <th scope="col">{messages.cycleAmount}</th>
            <th scope="col">{messages.cycleAgreements}</th>
            {onCorrect && (
              <th scope="col" className="screen-only">
                {texts().members.steps}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {cycles.map((cycle) => (
            <Line key={cycle.id} cycle={cycle} {...(onCorrect && { onCorrect })} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Line({
  cycle,
  onCorrect,
}: {
  readonly cycle: CycleLineFragment;
  readonly onCorrect?: (cycle: CycleLineFragment) => void;
}): ReactNode {
  const { agreements: messages, common } = texts();
  const { procurementNumber, operator, purchaser, startsOn, endsOn, amount, agreements } = cycle;
  return (
    <tr>
      <th scope="row">{procurementNumber}</th>
      <td className="text" data-label={messages.operator}>
        {operator.shortName ?? operator.name}
      </td>
      <td className="text" data-label={messages.purchaser}>
        {purchaser.shortName ?? purchaser.name}
      </td>
      <td className="text" data-label={messages.days}>
        {messages.range(startsOn, endsOn)}
      </td>
      <td data-label={messages.cycleAmount}>{moneyText(amount)}</td>
      <td className="text wrap" data-label={messages.cycleAgreements}>
        {agreements.length === 0 && common.nothing}
        {agreements.map(({ id, station, cycleYear }) => (
          <div key={id}>
            <Link href={addressOfAgreement(id)}>{station.name}</Link>
            {cycleYear !== null && <span className="soft"> {messages.yearOfCycle(cycleYear)}</span>}
          </div>
        ))}
      </td>
      {onCorrect && (
        <td className="text screen-only" data-label={texts().members.steps}>
          <span className="row-actions">
            <button
              type="button"
              className="button quiet"
              aria-label={`${messages.correctCycle}: ${procurementNumber}`}
              onClick={() => {
                onCorrect(cycle);
              }}
            >
              {messages.correctCycle}
            </button>
          </span>
        </td>
      )}
    </tr>
  );
}
