import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import {
  type AgreementDetailFragment,
  AgreementTargetsDocument,
  type TargetLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { Answered, Skeleton } from '../../ui/answered';
import { earlier, parseDay, today } from '../../ui/days';
import { TableFrame } from '../../ui/table-frame';
import { DayField } from '../../forms/day-field';

/** What the agreement asks for as of a day. */
export function Targets({ agreement }: { readonly agreement: AgreementDetailFragment }): ReactNode {
  const { agreements: messages } = texts();
  const [address, change] = useAddress();
  const now = today() < agreement.startsOn ? agreement.startsOn : earlier(today(), agreement.endsOn);
  const on = parseDay(address.get('on') ?? '') ?? now;
  const query = useOperation(AgreementTargetsDocument, { agreement: agreement.id, on }, { keep: true });
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.targets}</h2>
        <DayField
          key={on}
          day={on}
          label={messages.targetsOn}
          onChange={(day) => {
            change({ on: day });
          }}
        />
      </div>
      <Link className="screen-only" href={`/console/targets?${addressOfTargets(agreement)}`}>
        {messages.targetsByZone}
      </Link>
      <Answered query={query} skeleton={<Skeleton lines={6} />}>
        {(data) => <TargetTable targets={data.agreement?.targets ?? []} />}
      </Answered>
    </section>
  );
}

function addressOfTargets({ id, terms }: AgreementDetailFragment): string {
  return new URLSearchParams({ agreement: id, term: terms[0]?.id ?? '' }).toString();
}

function TargetTable({ targets }: { readonly targets: readonly TargetLineFragment[] }): ReactNode {
  const { agreements: messages, completion } = texts();
  if (targets.length === 0) return <p className="soft">{messages.noTargets}</p>;
  return (
    <TableFrame label={messages.targets}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{messages.indicator}</th>
            <th scope="col">{messages.measure}</th>
            <th scope="col">{messages.where}</th>
            <th scope="col">{messages.term}</th>
            <th scope="col">{messages.value}</th>
            <th scope="col">{messages.since}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ term, zone, project, indicator, measure, value, since }) => (
            <tr key={[term.id, zone?.id, project?.id, indicator.code, measure.code].join(' ')}>
              <th scope="row">{indicator.name}</th>
              <td className="text">{completion.measure(measure.name, measure.unit)}</td>
              <td className="text">{zone?.name ?? project?.name ?? messages.wholeStation}</td>
              <td className="text">{term.name}</td>
              <td>{value}</td>
              <td className="text">{since}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
