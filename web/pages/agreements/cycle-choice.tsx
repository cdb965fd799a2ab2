import type { ReactNode } from 'react';
import { useConnection } from '../../api/connections';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { ContractCyclesDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import type { Registration } from './registration';

/** The cycle of both parties that an agreement belongs to, and which of its years it is; nothing where they have none. */
export function CycleChoice({
  draft: { operatorId, purchaserId, cycleId, cycleYear },
  mistakes,
  onChange,
}: {
  readonly draft: Registration;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<Registration>) => void;
}): ReactNode {
  const { agreements: messages } = texts();
  const { nodes = [] } = useConnection(ContractCyclesDocument, {}, ({ contractCycles }) => contractCycles);
  const own = nodes.filter(
    ({ operator, purchaser }) => operator.id === operatorId && purchaser.id === purchaserId,
  );
  if (own.length === 0) return null;
  return (
    <div className="fields">
      <Choice
        label={messages.cycle}
        mistakes={mistakesAt(mistakes, 'cycleId')}
        value={cycleId}
        options={own.map(({ id, procurementNumber, startsOn, endsOn }) => [
          id,
          `${procurementNumber} ${messages.range(startsOn, endsOn)}`,
        ])}
        onChange={(chosen) => {
          onChange({ cycleId: chosen });
        }}
      />
      {cycleId !== '' && (
        <TextField
          label={messages.cycleYear}
          mistakes={mistakesAt(mistakes, 'cycleYear')}
          value={cycleYear}
          onChange={(year) => {
            onChange({ cycleYear: year });
          }}
        />
      )}
    </div>
  );
}
