import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { AgreementListDocument, type AgreementListQuery, type AgreementState } from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
import { Pending, Skeleton } from '../../ui/answered';
import { moneyText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import { addressOfAgreement } from './addresses';
import { Cycles } from './cycles';
import { momentText } from '../../ui/moments';

type Line = AgreementListQuery['agreements']['nodes'][number];

const OTHER_STATES: readonly AgreementState[] = ['CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID'];

/** What waits for a confirmation, then the others by their state. */
export function AgreementLists(): ReactNode {
  const { agreements: messages } = texts();
  const [address, change] = useAddress();
  const mayRegister = useMay('agreement.register');
  const mayReadCycles = useMay('cycle.read');
  const state = OTHER_STATES.find((it) => it === address.get('state')) ?? 'CONFIRMED';
  return (
    <PageFrame
      title={messages.title}
      tools={
        mayRegister && (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              change({ register: '1' });
            }}
          >
            {messages.register}
          </button>
        )
      }
    >
      <section className="section">
        <h2>{messages.waiting}</h2>
        <AgreementList state="PROPOSED" empty={messages.nothingWaits} />
      </section>
      <section className="section">
        <div className="section-head">
          <h2>{messages.others}</h2>
          <label className="field inline">
            <span className="label">{messages.state}</span>
            <select
              className="input"
              value={state}
              onChange={(event) => {
                change({ state: event.target.value });
              }}
            >
              {OTHER_STATES.map((it) => (
                <option key={it} value={it}>
                  {messages.states[it]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <AgreementList key={state} state={state} empty={messages.noOthers} />
      </section>
      {mayReadCycles && <Cycles />}
    </PageFrame>
  );
}

function AgreementList({
  state,
  empty,
}: {
  readonly state: AgreementState;
  readonly empty: string;
}): ReactNode {
  const { agreements: messages, common } = texts();
  const query = useInfiniteQuery({
    queryKey: [AgreementListDocument.toString(), state],
    queryFn: async ({ pageParam: after }) => ask(AgreementListDocument, { states: [state], after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ agreements: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
  });
  const [first] = query.data?.pages ?? [];
  if (!first) return <Pending query={query} skeleton={<Skeleton lines={4} />} />;
  const lines = query.data?.pages.flatMap(({ agreements }) => agreements.nodes) ?? [];
  if (lines.length === 0) return <p className="soft">{empty}</p>;
  return (
    <>
      <TableFrame label={messages.states[state]}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{messages.station}</th>
              <th scope="col">{messages.operator}</th>
              <th scope="col">{messages.purchaser}</th>
              <th scope="col">{messages.days}</th>
              <th scope="col">{messages.fee}</th>
              <th scope="col">{messages.proposedBy}</th>
              <th scope="col">{messages.proposedAt}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <AgreementLine key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {query.hasNextPage && (
        <p className="list-foot">
          <span className="soft">{common.count(lines.length, first.agreements.totalCount)}</span>
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {common.more}
          </button>
        </p>
      )}
    </>
  );
}

function AgreementLine({ line }: { readonly line: Line }): ReactNode {
  const { agreements: messages } = texts();
  const waiting = line.amendments.filter(({ state }) => state === 'PROPOSED').length;
  return (
    <tr>
      <th scope="row">
        <Link href={addressOfAgreement(line.id)}>{line.station.name}</Link>
        {waiting > 0 && <span className="badge PROPOSED">{messages.proposals(waiting)}</span>}
      </th>
      <td className="text" data-label={messages.operator}>
        {line.operator.shortName ?? line.operator.name}
      </td>
      <td className="text" data-label={messages.purchaser}>
        {line.purchaser.name}
      </td>
      <td className="text" data-label={messages.days}>
        {messages.range(line.startsOn, line.endsOn)}
      </td>
      <td data-label={messages.fee}>{moneyText(line.annualFee)}</td>
      <td className="text" data-label={messages.proposedBy}>
        {line.proposedBy.name}
      </td>
      <td className="text" data-label={messages.proposedAt}>
        {momentText(line.proposedAt)}
      </td>
    </tr>
  );
}
