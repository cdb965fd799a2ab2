import type { ReactNode } from 'react';

/** The rules that the input broke, in the server's words. */
export function UserErrors({
  errors = [],
}: {
  readonly errors?: readonly { message: string }[] | undefined;
}): ReactNode {
  if (errors.length === 0) return null;
  return (
    <ul className="problem" role="alert">
      {errors.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
