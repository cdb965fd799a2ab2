import type { ReactNode } from 'react';
import type { RosterMemberFragment, RosterReportFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import type { Month } from '../../ui/days';
import { Dialog } from '../../ui/dialog';
import { monthText } from '../../ui/months';
import { TableFrame } from '../../ui/table-frame';
import { PersonFacts } from './person-facts';
import { countedMonths, isPresent } from './sheet';

/** Whose figures are explained: a person's, or a month's. */
export type Explained = { readonly memberId: string } | { readonly month: Month };

interface Props {
  readonly report: RosterReportFragment;
  readonly staff: readonly RosterMemberFragment[] | undefined;
}

/** Which months count for whom, and by which rules. */
export function Explanation({
  explained,
  onClose,
  ...props
}: Props & { readonly explained: Explained; readonly onClose: () => void }): ReactNode {
  return 'month' in explained ? (
    <Dialog isDrawer title={monthText(explained.month)} onClose={onClose}>
      <MonthExplained {...props} month={explained.month} />
    </Dialog>
  ) : (
    <PersonExplained {...props} memberId={explained.memberId} onClose={onClose} />
  );
}

function PersonExplained({
  report,
  staff,
  memberId,
  onClose,
}: Props & { readonly memberId: string; readonly onClose: () => void }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const member = report.members.find((it) => it.memberId === memberId);
  const person = staff?.find(({ id }) => id === memberId);
  if (!member) return null;
  return (
    <Dialog isDrawer title={messages.whose(member.name, member.code)} onClose={onClose}>
      {person && <PersonFacts person={person} />}
      <TableFrame label={messages.subtotal}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{messages.month}</th>
              <th scope="col">{messages.present}</th>
              <th scope="col">{messages.part}</th>
              <th scope="col">{messages.experienced(report.parameters.practiceYears)}</th>
            </tr>
          </thead>
          <tbody>
            {countedMonths(member, report.months).map(({ month, presence, isCertified, isExperienced }) => (
              <tr key={month}>
                <th scope="row">{monthText(month)}</th>
                <td>{presence}</td>
                <td className="text">
                  {isPresent(presence)
                    ? messages.parts[isCertified ? 'certified' : 'uncertified']
                    : common.nothing}
                </td>
                <td>{isPresent(presence) && isExperienced ? presence : common.nothing}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.subtotal}</th>
              <td>{member.total}</td>
              <td className="text">{messages.split(member.certified, member.uncertified)}</td>
              <td>{member.experienced}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <Rules report={report} />
    </Dialog>
  );
}

function MonthExplained({ report, staff, month }: Props & { readonly month: Month }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const at = report.months.findIndex((it) => it.month === month);
  const sums = report.months[at];
  const payOf = (memberId: string): RosterMemberFragment['pay'][number] | undefined =>
    staff?.find(({ id }) => id === memberId)?.pay.find((it) => it.month === month);
  const tick = (isPaid: boolean | null | undefined): string =>
    isPaid == null ? common.nothing : isPaid ? messages.yes : messages.no;
  if (!sums) return null;
  return (
    <>
      <TableFrame label={monthText(month)}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{messages.name}</th>
              <th scope="col">{messages.present}</th>
              <th scope="col">{messages.part}</th>
              <th scope="col">{messages.experienced(report.parameters.practiceYears)}</th>
              <th scope="col">{messages.insurance}</th>
              <th scope="col">{messages.salary}</th>
            </tr>
          </thead>
          <tbody>
            {report.members.flatMap((member) => {
              const counted = countedMonths(member, report.months)[at];
              if (!counted || !isPresent(counted.presence)) return [];
              const pay = payOf(member.memberId);
              return [
                <tr key={member.memberId}>
                  <th scope="row">{member.name}</th>
                  <td>{counted.presence}</td>
                  <td className="text">
                    {messages.parts[counted.isCertified ? 'certified' : 'uncertified']}
                  </td>
                  <td>{counted.isExperienced ? counted.presence : common.nothing}</td>
                  <td>{tick(pay?.socialInsurancePaid)}</td>
                  <td>{tick(pay?.salaryPaid)}</td>
                </tr>,
              ];
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.heads}</th>
              <td>{sums.headCount}</td>
              <td colSpan={2}>{common.nothing}</td>
              <td>{sums.socialInsurancePaid}</td>
              <td>{sums.salaryPaid}</td>
            </tr>
            <tr>
              <th scope="row">{messages.effectiveAll}</th>
              <td>{sums.total}</td>
              <td className="text">{messages.split(sums.certified, sums.uncertified)}</td>
              <td>{sums.experienced}</td>
              <td colSpan={2}>{common.nothing}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      {sums.postsSurplus !== null && <p>{messages.postsSurplus(sums.postsSurplus)}</p>}
      <Rules report={report} />
    </>
  );
}

function Rules({ report: { parameters } }: Pick<Props, 'report'>): ReactNode {
  const messages = rosterTexts();
  return (
    <ul className="rules soft">
      <li>{messages.ruleHalf(parameters.halfAfterDay)}</li>
      <li>{messages.ruleCertified(parameters.certifiedAfterMonths)}</li>
      <li>{messages.ruleExperienced(parameters.practiceYears)}</li>
      <li>{messages.ruleKinds}</li>
    </ul>
  );
}
