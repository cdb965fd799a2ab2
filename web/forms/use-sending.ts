import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api/queries';
import type { Mistake } from './field';

/** What was read of a form: what is sent, or what cannot be read. */
export interface Read<Input> {
  readonly input: Input;
  readonly mistakes: readonly Mistake[];
}

export interface Sending<Input> {
  readonly mistakes: readonly Mistake[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly send: (read: Read<Input>) => void;
}

/** Sends what was read of a form, where it has no mistakes; the rules that it broke are mistakes too. */
export function useSending<Input>(
  /** Answers the rules that the input broke. */
  post: (input: Input) => Promise<readonly Mistake[]>,
  onSent: () => void,
): Sending<Input> {
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const { error, isPending, mutate } = useMutation({
    mutationFn: post,
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      // The page shows the new figures before the form goes.
      await queries.invalidateQueries();
      onSent();
    },
  });
  const send = (read: Read<Input>): void => {
    setMistakes(read.mistakes);
    if (read.mistakes.length === 0) mutate(read.input);
  };
  return { mistakes, error, isPending, send };
}
