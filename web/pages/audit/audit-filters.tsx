import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { AuditMembersDocument } from '../../generated/graphql';
import { auditTexts } from '../../messages/audit';
import { useAddress } from '../../place/at-place';
import { ChoiceFilter, DayFilter } from '../../place/filters';
import { actionsOf } from './action-groups';
import { OUTCOMES } from './filter';

const NAMES = ['member', 'action', 'outcome', 'thing', 'from', 'to'];

/** Who, what, with which outcome, and when; kept in the address. */
export function AuditFilters(): ReactNode {
  const messages = auditTexts();
  const [address, change] = useAddress();
  const { data } = useOperation(AuditMembersDocument, {});
  const groups = Object.entries(messages.groups) as [keyof typeof messages.groups, string][];
  return (
    <>
      <DayFilter name="from" label={messages.from} />
      <DayFilter name="to" label={messages.to} />
      <ChoiceFilter name="member" label={messages.who} all={messages.everybody}>
        {data?.members.nodes.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName}
          </option>
        ))}
      </ChoiceFilter>
      <ChoiceFilter name="action" label={messages.action} all={messages.allActions}>
        {groups.map(([group, name]) => (
          <optgroup key={group} label={name}>
            {actionsOf(group).map((action) => (
              <option key={action} value={action}>
                {messages.actions[action]}
              </option>
            ))}
          </optgroup>
        ))}
      </ChoiceFilter>
      <ChoiceFilter name="outcome" label={messages.outcome} all={messages.allOutcomes}>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {messages.outcomes[outcome]}
          </option>
        ))}
      </ChoiceFilter>
      {NAMES.some((name) => address.has(name)) && (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            change(Object.fromEntries(NAMES.map((name) => [name, null])));
          }}
        >
          {messages.clear}
        </button>
      )}
    </>
  );
}
