import type { ReactNode } from 'react';
import { texts } from '../messages';
import { Field, type FieldProps } from './field';

/** A field with one of several values. */
export function Choice<Value extends string>({
  value,
  options,
  onChange,
  ...field
}: Omit<FieldProps, 'children'> & {
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value | '') => void;
}): ReactNode {
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          className="input"
          value={value}
          onChange={(event) => {
            onChange(options.find(([option]) => option === event.target.value)?.[0] ?? '');
          }}
        >
          <option value="">{texts().forms.choose}</option>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
