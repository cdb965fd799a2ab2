import type { ReactNode } from 'react';
import type { MemberLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { dayOf } from '../../ui/days';
import { TableFrame } from '../../ui/table-frame';

/** What is done with a member, in a window over the list. */
export type MemberStep = 'CHANGE' | 'RENEW' | 'RESET' | 'REMOVE';

interface OnStep {
  readonly onStep?: (step: MemberStep, member: MemberLineFragment) => void;
}

/** Members by name, those who left among them. */
export function MemberTable({
  members,
  onStep,
}: OnStep & { readonly members: readonly MemberLineFragment[] }): ReactNode {
  const { members: messages } = texts();
  const hasStations = useMay('station.read');
  return (
    <TableFrame label={messages.members}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.name}</th>
            <th scope="col">{messages.email}</th>
            <th scope="col">{messages.role}</th>
            {hasStations && <th scope="col">{messages.stations}</th>}
            <th scope="col">{messages.state}</th>
            {onStep && (
              <th scope="col" className="screen-only">
                {messages.steps}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberLine key={member.id} member={member} {...(onStep && { onStep })} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function MemberLine({ member, onStep }: OnStep & { readonly member: MemberLineFragment }): ReactNode {
  const { members: messages, terms } = texts();
  const isOwn = useViewer().id === member.id;
  const hasStations = useMay('station.read');
  const { leftAt, namedBecause, recordsMoney } = member;
  return (
    <tr className={leftAt === null ? undefined : 'gone'}>
      <th scope="row">
        {member.displayName}
        {isOwn && <span className="badge">{messages.own}</span>}
        {namedBecause !== null && (
          <span className="badge" title={messages.because(namedBecause)}>
            {messages.named}
          </span>
        )}
      </th>
      <td className="text" data-label={messages.email}>
        {member.email}
      </td>
      <td className="text" data-label={messages.role}>
        {terms.role[member.role]}
        {recordsMoney && <span className="soft"> {messages.withMoney}</span>}
      </td>
      {hasStations && (
        <td className="text wrap" data-label={messages.stations}>
          {stationsText(member.stations)}
        </td>
      )}
      <td className="text" data-label={messages.state}>
        <State member={member} />
      </td>
      {onStep && (
        <td className="text screen-only" data-label={messages.steps}>
          {leftAt === null && (
            <span className="row-actions">
              {stepsOf(member, isOwn).map((step) => (
                <button
                  key={step}
                  type="button"
                  className={step === 'REMOVE' ? 'button quiet danger' : 'button quiet'}
                  aria-label={`${messages.step[step]}: ${member.displayName}`}
                  onClick={() => {
                    onStep(step, member);
                  }}
                >
                  {messages.step[step]}
                </button>
              ))}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

/** One’s own password is changed with the old one. */
function stepsOf({ joinedAt }: MemberLineFragment, isOwn: boolean): readonly MemberStep[] {
  if (joinedAt === null) return ['CHANGE', 'RENEW', 'REMOVE'];
  return isOwn ? ['CHANGE', 'REMOVE'] : ['CHANGE', 'RESET', 'REMOVE'];
}

function State({ member: { joinedAt, leftAt } }: { readonly member: MemberLineFragment }): ReactNode {
  const { members: messages } = texts();
  if (leftAt !== null) return messages.left(dayOf(new Date(leftAt)));
  if (joinedAt === null) return <span className="badge waiting">{messages.invited}</span>;
  return messages.joined(dayOf(new Date(joinedAt)));
}

/** The stations that somebody is limited to. */
export function stationsText(stations: readonly { readonly name: string }[] | null): string {
  const { members: messages } = texts();
  return stations === null ? messages.allStations : stations.map(({ name }) => name).join(messages.comma);
}
