import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import { ExpendituresDocument, PaymentsDocument, ReceiptsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { Pending, Skeleton } from '../../ui/answered';
import { moneyText } from '../../ui/decimals';
import { TableFrame } from '../../ui/table-frame';
import type { FundingAgreement, LedgerName } from './entries';
import { type Entry, expenditureLine, type LedgerPage, paymentLine, receiptLine } from './ledger-lines';
import { REVERSE } from './record';

const PAGES: Readonly<Record<LedgerName, (agreement: string, after: string | null) => Promise<LedgerPage>>> =
  {
    receipt: async (agreement, after) => {
      const data = await ask(ReceiptsDocument, { agreement, after });
      return pageOf(data.agreement?.funding.receipts, receiptLine);
    },
    expenditure: async (agreement, after) => {
      const data = await ask(ExpendituresDocument, { agreement, after });
      return pageOf(data.agreement?.funding.expenditures, expenditureLine);
    },
    payment: async (agreement, after) => {
      const data = await ask(PaymentsDocument, { agreement, after });
      return pageOf(data.agreement?.funding.payments, paymentLine);
    },
  };

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function pageOf<Node>(connection: Connection<Node> | undefined, line: (node: Node) => Entry): LedgerPage {
  const { nodes = [], totalCount = 0, pageInfo } = connection ?? {};
  return { entries: nodes.map(line), totalCount, next: pageInfo?.hasNextPage ? pageInfo.endCursor : null };
}

/** All that was written down of the agreement's money, latest first; nothing is changed, entries are reversed. */
export function Ledgers({ agreement }: { readonly agreement: FundingAgreement }): ReactNode {
  return (['receipt', 'expenditure', 'payment'] as const).map((name) => (
    <Ledger key={name} name={name} agreement={agreement.id} />
  ));
}

function Ledger({ name, agreement }: { readonly name: LedgerName; readonly agreement: string }): ReactNode {
  const { funding: messages, common } = texts();
  const mayReverse = useMay(`${name}.reverse`);
  const { kind } = useViewer().organisation;
  const [reversed, setReversed] = useState<Entry>();
  const query = useInfiniteQuery({
    queryKey: ['ledger', name, agreement],
    queryFn: async ({ pageParam }) => PAGES[name](agreement, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = query.data?.pages[0]?.totalCount;
  return (
    <section className="section">
      <h2>{messages.ledgers[name]}</h2>
      {total === undefined && <Pending query={query} skeleton={<Skeleton lines={4} />} />}
      {total === 0 && <p className="soft">{messages.nothingYet[name]}</p>}
      {entries.length > 0 && (
        <TableFrame label={messages.ledgers[name]}>
          <table className="table ledger cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{messages.day}</th>
                <th scope="col">{messages.of[name]}</th>
                <th scope="col">{messages.amount}</th>
                <th scope="col">{messages.party}</th>
                <th scope="col">{messages.note}</th>
                <th scope="col" className="screen-only">
                  {messages.state}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id} className={entry.reversedBy === null ? undefined : 'reversed'}>
                  <th scope="row">{entry.on}</th>
                  <td className="text" data-label={messages.of[name]}>
                    {entry.of}
                  </td>
                  <td data-label={messages.amount} className={entry.reverses === null ? undefined : 'behind'}>
                    {moneyText(entry.amount)}
                  </td>
                  <td className="text" data-label={messages.party}>
                    {messages.parties[entry.party === 'OPERATOR' ? 'OPERATOR' : 'PURCHASER']}
                  </td>
                  <td className="text wrap" data-label={messages.note}>
                    {entry.note ?? common.nothing}
                  </td>
                  <td className="text screen-only" data-label={messages.state}>
                    {entry.reverses !== null && messages.isReversal}
                    {entry.reversedBy !== null && messages.isReversed}
                    {entry.reverses === null &&
                      entry.reversedBy === null &&
                      mayReverse &&
                      entry.party === kind && (
                        <button
                          type="button"
                          className="figure"
                          aria-label={messages.reverseOf(moneyText(entry.amount), entry.on)}
                          onClick={() => {
                            setReversed(entry);
                          }}
                        >
                          {messages.reverse}
                        </button>
                      )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {total !== undefined && query.hasNextPage && (
        <div className="row screen-only">
          <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
            {common.more}
          </button>
          <span className="soft">{common.count(entries.length, total)}</span>
        </div>
      )}
      {reversed && (
        <ReasonDialog
          title={messages.reverse}
          hint={messages.reverseHint(moneyText(reversed.amount), reversed.on)}
          isDangerous
          take={async (reason, idempotencyKey) => REVERSE[name]({ id: reversed.id, reason, idempotencyKey })}
          onClose={() => {
            setReversed(undefined);
          }}
        />
      )}
    </section>
  );
}
