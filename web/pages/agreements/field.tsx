import { type ReactNode, useId } from 'react';

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
