import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import './forms.css';

/** What is wrong with a value of an input, by its path. */
export interface Mistake {
  readonly message: string;
  readonly path: readonly string[];
}

/** The mistakes at a field, or below it. */
export function mistakesAt(mistakes: readonly Mistake[], field: string): readonly Mistake[] {
  return mistakes.filter(({ path }) => `${path.join('.')}.`.startsWith(`${field}.`));
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly mistakes: readonly Mistake[];
  readonly children: (attributes: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby': string;
  }) => ReactNode;
}

/** A field with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, mistakes, children }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': mistakes.length > 0, 'aria-describedby': `${id}-about` })}
      <span id={`${id}-about`}>
        {mistakes.map(({ message }) => (
          <span key={message} className="wrong" role="alert">
            {message}
          </span>
        ))}
        {hint !== undefined && <span className="soft">{hint}</span>}
      </span>
    </div>
  );
}

/** A field of one line. */
export function TextField({
  value,
  onChange,
  ...field
}: Omit<FieldProps, 'children'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          className="input number"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

/** Leads who cannot see it at once to the first field with a mistake, whenever there are new ones. */
export function useFirstMistake(mistakes: readonly Mistake[]): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (mistakes.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [mistakes]);
  return form;
}
