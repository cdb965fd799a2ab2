import { type ReactNode, useState } from 'react';
import type { RosterMemberFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { TableFrame } from '../../ui/table-frame';
import { certificateText, spellText } from './person-facts';
import type { RosterAgreement } from './sheet';
import { StaffDrawer } from './staff-drawer';

/** Everybody who is or was enrolled, also who counts nowhere: administration, supervisors, voided enrolments. */
export function StaffList({
  agreement,
  staff,
}: {
  readonly agreement: RosterAgreement;
  readonly staff: readonly RosterMemberFragment[];
}): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const [opened, setOpened] = useState<string>();
  const person = staff.find(({ id }) => id === opened);
  return (
    <section className="section screen-only">
      <h2>{messages.staff}</h2>
      <TableFrame label={messages.staff}>
        <table className="table cards-when-narrow">
          <thead>
            <tr>
              {[
                messages.name,
                messages.code,
                messages.kind,
                messages.position,
                messages.spells,
                messages.certificates,
                messages.zones,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staff.map((it) => (
              <tr key={it.id} className={it.voidedAt === null ? undefined : 'void'}>
                <th scope="row">
                  <button
                    type="button"
                    className="figure"
                    onClick={() => {
                      setOpened(it.id);
                    }}
                  >
                    {it.name}
                  </button>
                  {it.warnings.length > 0 && <span className="badge PROPOSED">{messages.odd}</span>}
                </th>
                <td className="text" data-label={messages.code}>
                  {it.code}
                </td>
                <td className="text" data-label={messages.kind}>
                  {messages.kinds[it.kind]}
                </td>
                <td className="text" data-label={messages.position}>
                  {it.position ?? common.nothing}
                </td>
                <td className="text" data-label={messages.spells}>
                  {it.spells.map(spellText).join('；')}
                </td>
                <td className="text" data-label={messages.certificates}>
                  {it.certificates.map(certificateText).join('；') || common.nothing}
                </td>
                <td className="text" data-label={messages.zones}>
                  {it.zones.map(({ zone }) => zone.name).join('、') || common.nothing}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {staff.length === 0 && <p className="soft">{messages.noStaff}</p>}
      {person && (
        <StaffDrawer
          key={person.id}
          agreement={agreement}
          person={person}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}
