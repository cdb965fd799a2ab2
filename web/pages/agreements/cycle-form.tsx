import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { Choice } from '../../forms/choice';
import { DialogForm } from '../../forms/dialog-form';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import {
  CorrectContractCycleDocument,
  type CycleLineFragment,
  RegisterContractCycleDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useOrganisations } from '../../place/use-organisations';
import { useViewer } from '../../session/viewer';

const FIELDS = ['procurementNumber', 'startsOn', 'endsOn', 'amount'] as const;

/** Registers a cycle, or corrects what is known of one; its parties stay. */
export function CycleForm({
  cycle,
  onClose,
}: {
  /** Null for a new one. */
  readonly cycle: CycleLineFragment | null;
  readonly onClose: () => void;
}): ReactNode {
  const { agreements: messages } = texts();
  const { kind, id: ownId, name: ownName } = useViewer().organisation;
  const [draft, setDraft] = useState({
    operatorId: '',
    purchaserId: kind === 'PURCHASER' ? ownId : '',
    procurementNumber: cycle?.procurementNumber ?? '',
    startsOn: cycle?.startsOn ?? '',
    endsOn: cycle?.endsOn ?? '',
    amount: cycle?.amount ?? '',
  });
  const operators = useOrganisations('OPERATOR', cycle === null);
  const purchasers = useOrganisations('PURCHASER', cycle === null && kind !== 'PURCHASER');
  const parties = [
    ['operatorId', messages.operator, (operators.data ?? []).map((it) => [it.id, it.name] as const)],
    [
      'purchaserId',
      messages.purchaser,
      kind === 'PURCHASER'
        ? [[ownId, ownName] as const]
        : (purchasers.data ?? []).map((it) => [it.id, it.name] as const),
    ],
  ] as const;
  const send = async (): Promise<{ readonly userErrors: readonly Mistake[] }> => {
    const reading = new Reading();
    reading.required(draft.procurementNumber, 'procurementNumber');
    const said = {
      procurementNumber: draft.procurementNumber,
      startsOn: reading.day(draft.startsOn, 'startsOn'),
      endsOn: reading.day(draft.endsOn, 'endsOn'),
      amount: reading.number(draft.amount, 'amount'),
    };
    if (cycle === null) for (const [field] of parties) reading.chosen(draft[field], field);
    if (reading.mistakes.length > 0) return { userErrors: reading.mistakes };
    if (cycle !== null) {
      const input = { id: cycle.id, ...said };
      return (await ask(CorrectContractCycleDocument, { input })).correctContractCycle;
    }
    const { operatorId, purchaserId } = draft;
    const input = { operatorId, purchaserId, ...said };
    return (await ask(RegisterContractCycleDocument, { input })).registerContractCycle;
  };
  const title = cycle === null ? messages.registerCycle : messages.correctCycle;
  return (
    <DialogForm
      title={title}
      submit={title}
      fields={['operatorId', 'purchaserId', ...FIELDS]}
      send={send}
      onDone={onClose}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <p className="soft">{messages.cycleHint}</p>
          {cycle === null &&
            parties.map(([field, label, options]) => (
              <Choice
                key={field}
                label={label}
                mistakes={mistakesAt(mistakes, field)}
                value={draft[field]}
                options={options}
                onChange={(value) => {
                  setDraft({ ...draft, [field]: value });
                }}
              />
            ))}
          {FIELDS.map((field) => (
            <TextField
              key={field}
              label={messages.cycleFields[field]}
              mistakes={mistakesAt(mistakes, field)}
              value={draft[field]}
              onChange={(value) => {
                setDraft({ ...draft, [field]: value });
              }}
            />
          ))}
        </>
      )}
    </DialogForm>
  );
}
