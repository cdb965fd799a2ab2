import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import {
  type ReportAuditLineFragment,
  type AuditedFragment,
  ComparedAuditsDocument,
} from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { Answered, Skeleton } from '../../ui/answered';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { type Audit, styleOf, SIGNS } from './figure-rows';
import { findingWords, partWords, recordedWords, subjectWords } from './words';

/** The figures in which another audit of the agreement differs. */
export function Comparison({
  audit,
  other,
}: {
  readonly audit: Audit;
  readonly other: ReportAuditLineFragment;
}): ReactNode {
  const messages = reportAuditTexts();
  const query = useOperation(ComparedAuditsDocument, { id: audit.id, other: other.id });
  const heads = [
    messages.thisOne(momentText(audit.auditedAt)),
    messages.otherOne(momentText(other.auditedAt)),
  ] as const;
  return (
    <section className="section">
      <h2>{messages.comparison}</h2>
      <Answered query={query} skeleton={<Skeleton lines={4} />}>
        {({ reportAudit: { comparedWith } }) =>
          comparedWith.length === 0 ? (
            <p className="done">{messages.same}</p>
          ) : (
            <TableFrame label={messages.comparison}>
              <table className="table cards-when-narrow">
                <thead>
                  <tr>
                    <th scope="col">{messages.columns.name}</th>
                    <th scope="col">{messages.columns.zone}</th>
                    <th scope="col">{messages.part}</th>
                    {heads.map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {comparedWith.map(({ was, is }) => {
                    const about = was ?? is;
                    return (
                      about && (
                        <tr key={`${String(was?.position)} ${String(is?.position)}`}>
                          <th scope="row">{subjectWords(about)}</th>
                          <td className="text" data-label={messages.columns.zone}>
                            {about.zone?.name ?? messages.total}
                          </td>
                          <td className="text" data-label={messages.part}>
                            {partWords(about.kind)}
                          </td>
                          <Side figure={was} label={heads[0]} />
                          <Side figure={is} label={heads[1]} />
                        </tr>
                      )
                    );
                  })}
                </tbody>
              </table>
            </TableFrame>
          )
        }
      </Answered>
    </section>
  );
}

/** A figure as one of the audits has it: as printed, as recorded, and what was found. */
function Side({
  figure,
  label,
}: {
  readonly figure: AuditedFragment | null;
  readonly label: string;
}): ReactNode {
  const messages = reportAuditTexts();
  if (!figure) {
    return (
      <td className="text soft" data-label={label}>
        {messages.gone}
      </td>
    );
  }
  const { verdict, printed, inReport } = figure;
  const look = styleOf(verdict);
  const words = verdict === null ? messages.notCompared : messages.verdicts[verdict];
  return (
    <td className={`text wrap verdict-${look}`} data-label={label}>
      <ul>
        <li>{`${messages.printed} ${printed ?? messages.gone} ${SIGNS[look]} ${messages.record} ${recordedWords(figure)} · ${words}`}</li>
        {inReport.map((finding) => (
          <li key={finding.fault}>{findingWords(figure, finding)}</li>
        ))}
      </ul>
    </td>
  );
}
