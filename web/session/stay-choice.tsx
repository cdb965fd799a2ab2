import type { ReactNode } from 'react';
import { texts } from '../messages';

/** Whether the session outlives the browser; off, since office computers are shared. */
export function StayChoice(): ReactNode {
  const { signIn } = texts();
  return (
    <div>
      <label className="check">
        <input type="checkbox" name="stay" />
        <span>{signIn.stay}</span>
      </label>
      <p className="soft hint">{signIn.stayHint}</p>
    </div>
  );
}
