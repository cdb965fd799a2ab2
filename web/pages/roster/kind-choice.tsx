import type { ReactNode } from 'react';
import { Field, type Mistake } from '../../forms/field';
import type { StaffKind } from '../../generated/graphql';
import { rosterTexts } from '../../messages/roster';

const KINDS: readonly StaffKind[] = ['SOCIAL_WORKER', 'ADMINISTRATION', 'PRACTICE_SUPERVISOR'];

/** What someone works as: social workers alone count in 附件2. */
export function KindChoice({
  kind,
  mistakes,
  onChange,
}: {
  readonly kind: StaffKind;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (kind: StaffKind) => void;
}): ReactNode {
  const messages = rosterTexts();
  return (
    <Field label={messages.kind} mistakes={mistakes}>
      {(attributes) => (
        <select
          {...attributes}
          className="input"
          value={kind}
          onChange={(event) => {
            onChange(KINDS.find((it) => it === event.target.value) ?? kind);
          }}
        >
          {KINDS.map((it) => (
            <option key={it} value={it}>
              {messages.kinds[it]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
