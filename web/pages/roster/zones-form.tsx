import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  type RosterMemberFragment,
  SetStaffZonesDocument,
  type SetStaffZonesInput,
} from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';
import type { RosterAgreement } from './sheet';
import { ZoneChecks } from './zone-checks';

/** The zones of a person from a day on. */
export function ZonesForm({
  agreement,
  person,
  onDone,
}: {
  readonly agreement: RosterAgreement;
  readonly person: RosterMemberFragment;
  readonly onDone: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const [draft, change, forget] = useDraft(`staff-zones:${person.id}`, {
    from: '',
    zoneIds: person.zones.map(({ zone }) => zone.id),
  });
  const leave = (): void => {
    forget();
    onDone();
  };
  const sending = useSending(
    async (input: SetStaffZonesInput) =>
      (await ask(SetStaffZonesDocument, { input })).setStaffZones.userErrors,
    leave,
  );
  const send = (): void => {
    const reading = new Reading();
    const input = {
      memberId: person.id,
      idempotencyKey: draft.requestKey,
      from: reading.dayOrNull(draft.from, 'from'),
      zoneIds: draft.zoneIds,
    };
    sending.send({ input, mistakes: reading.mistakes });
  };
  return (
    <Form
      sending={sending}
      fields={['from', 'zoneIds']}
      submit={messages.changeZones}
      hint={messages.zonesHint}
      onSubmit={send}
      onDiscard={leave}
    >
      <ZoneChecks
        zones={agreement.zones}
        chosen={draft.zoneIds}
        mistakes={mistakesAt(sending.mistakes, 'zoneIds')}
        onChange={(zoneIds) => {
          change({ zoneIds });
        }}
      />
      <TextField
        label={messages.zonesFrom}
        hint={messages.zonesFromHint}
        mistakes={mistakesAt(sending.mistakes, 'from')}
        value={draft.from}
        onChange={(from) => {
          change({ from });
        }}
      />
    </Form>
  );
}
