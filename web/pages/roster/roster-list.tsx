import type { ReactNode } from 'react';
import { rosterTexts } from '../../messages/roster';
import { monthText } from '../../ui/months';
import type { RosterTableProps } from './roster-table';

/** 附件2 on a phone: a line for each person and each month, which open to what they are made of. */
export function RosterList({ agreement, onExplain }: RosterTableProps): ReactNode {
  const messages = rosterTexts();
  const { members, months, parameters } = agreement.staffing;
  return (
    <div className="roster-lists">
      <ul className="sheet-list">
        {members.map(({ memberId, name, total, certified, experienced }) => (
          <li key={memberId}>
            <button
              type="button"
              className="figure"
              onClick={() => {
                onExplain({ memberId });
              }}
            >
              {name}
            </button>
            <span className="number">{messages.counted(total, certified)}</span>
            <span className="soft number">
              {messages.experienced(parameters.practiceYears)} {experienced}
            </span>
          </li>
        ))}
      </ul>
      <ul className="sheet-list">
        {months.map(({ month, total, certified, headCount }) => (
          <li key={month}>
            <button
              type="button"
              className="figure"
              onClick={() => {
                onExplain({ month });
              }}
            >
              {monthText(month)}
            </button>
            <span className="number">{messages.counted(total, certified)}</span>
            <span className="soft number">
              {messages.headsAlone} {headCount}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
