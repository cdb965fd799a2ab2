import type { ReactNode } from 'react';
import { useConnection } from '../../api/connections';
import {
  type FaultSeverity,
  type ImportFaultFragment,
  ImportFaultsDocument,
  type ImportPreviewFragment,
} from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { useAddress } from '../../place/at-place';
import { Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { TableFrame } from '../../ui/table-frame';
import { DrawnSheets } from './drawn-sheets';
import { countText } from './recognised';

/** As many as one page of the list has. */
const PAGE = 50;
const SEVERITIES = ['ERROR', 'WARNING'] as const;

/** 问题: the sheet drawn around what is wrong, errors or warnings. */
export function FaultList({ sheetImport }: { readonly sheetImport: ImportPreviewFragment }): ReactNode {
  const messages = importTexts();
  const [address, change] = useAddress();
  const { id, errors, warnings } = sheetImport;
  const counts = { ERROR: errors.totalCount, WARNING: warnings.totalCount };
  const offered = SEVERITIES.filter((severity) => counts[severity] > 0);
  const chosen = offered.find((severity) => severity === address.get('severity')) ?? offered[0];
  if (!chosen) return <p className="soft">{messages.noFaults}</p>;
  return (
    <>
      <div className="severities">
        {offered.length > 1 &&
          offered.map((severity) => (
            <button
              key={severity}
              type="button"
              className="button screen-only"
              aria-pressed={severity === chosen}
              onClick={() => {
                change({ severity }, { replace: true });
              }}
            >
              {messages.tabCount(messages.severity[severity], countText(counts[severity]))}
            </button>
          ))}
        <p className="soft">{messages.severityHint[chosen]}</p>
      </div>
      <Faults id={id} severity={chosen}>
        {(faults) => <DrawnSheets id={id} faults={faults} />}
      </Faults>
    </>
  );
}

/** 忽略: what was not read, and why. */
export function IgnoredList({ id }: { readonly id: string }): ReactNode {
  const messages = importTexts();
  return (
    <>
      <p className="soft severities">{messages.severityHint.NOTE}</p>
      <Faults id={id} severity="NOTE">
        {(faults) => (
          <TableFrame label={messages.tabs.ignored}>
            <table className="table cards-when-narrow fault-table">
              <thead>
                <tr>
                  <th scope="col">{messages.cell}</th>
                  <th scope="col">{messages.value}</th>
                  <th scope="col">{messages.reason}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ code, sheet, cell, value, message }) => (
                  <tr key={`${sheet} ${cell} ${code}`}>
                    <th scope="row">{`${sheet} ${cell}`}</th>
                    <td className="text wrap" data-label={messages.value}>
                      {value ?? messages.emptyCell}
                    </td>
                    <td className="text wrap" data-label={messages.reason}>
                      {message}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Faults>
    </>
  );
}

/** The faults of a severity, page by page, each page as it is shown. */
function Faults({
  id,
  severity,
  children,
}: {
  readonly id: string;
  readonly severity: FaultSeverity;
  readonly children: (faults: readonly ImportFaultFragment[]) => ReactNode;
}): ReactNode {
  const list = useConnection(ImportFaultsDocument, { id, severity }, ({ sheetImport }) => sheetImport.faults);
  const { nodes } = list;
  if (!nodes) return <Pending query={list.query} />;
  const pages = Array.from({ length: Math.ceil(nodes.length / PAGE) }, (_, at) =>
    nodes.slice(at * PAGE, (at + 1) * PAGE),
  );
  return (
    <>
      {pages.map((faults, at) => (
        // A page stays what it is while more are read.
        <div key={at}>{children(faults)}</div>
      ))}
      <ListFoot {...list} />
    </>
  );
}
