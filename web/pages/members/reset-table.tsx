import type { ReactNode } from 'react';
import type { AdministratorResetLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { resetTexts } from '../../messages/resets';
import { isStoppable, resetStateOf, resetStateText } from '../../session/administrator-reset';
import { useMay } from '../../session/viewer';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';

export type ResetStep = 'CONFIRM' | 'TAKE' | 'STOP';

/** Each help for an administrator, newest first, with its state. */
export function ResetTable({
  resets,
  onStep,
}: {
  readonly resets: readonly AdministratorResetLineFragment[];
  readonly onStep: (step: ResetStep, reset: AdministratorResetLineFragment) => void;
}): ReactNode {
  const messages = resetTexts();
  const { members } = texts();
  const mayHelp = useMay('administratorReset.help');
  const mayStop = useMay('administratorReset.stop');
  return (
    <TableFrame label={messages.title}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.administrator}</th>
            {mayHelp && <th scope="col">{messages.organisation}</th>}
            <th scope="col">{messages.reason}</th>
            <th scope="col">{messages.askedAt}</th>
            <th scope="col">{messages.state}</th>
            {(mayHelp || mayStop) && (
              <th scope="col" className="screen-only">
                {members.steps}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {resets.map((reset) => (
            <tr key={reset.id} className={reset.stoppedAt === null ? undefined : 'gone'}>
              <th scope="row">{reset.administrator}</th>
              {mayHelp && (
                <td className="text wrap" data-label={messages.organisation}>
                  {reset.organisation.name}
                </td>
              )}
              <td className="text wrap" data-label={messages.reason}>
                {reset.reason}
              </td>
              <td className="text" data-label={messages.askedAt}>
                {momentText(reset.askedAt)}
              </td>
              <td className="text wrap" data-label={messages.state}>
                {resetStateText(reset)}
              </td>
              {(mayHelp || mayStop) && (
                <td className="text screen-only" data-label={members.steps}>
                  <span className="row-actions">
                    {stepsOf(reset, mayHelp).map((step) => (
                      <button
                        key={step}
                        type="button"
                        className={step === 'STOP' ? 'button quiet danger' : 'button quiet'}
                        aria-label={messages.stepOf[step](reset.administrator)}
                        onClick={() => {
                          onStep(step, reset);
                        }}
                      >
                        {messages.step[step]}
                      </button>
                    ))}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function stepsOf(reset: AdministratorResetLineFragment, mayHelp: boolean): readonly ResetStep[] {
  if (!mayHelp) return isStoppable(reset) ? ['STOP'] : [];
  const state = resetStateOf(reset);
  if (state === 'UNCONFIRMED') return ['CONFIRM'];
  // What was taken and lost on the way is taken again, within the week.
  return state === 'READY' || state === 'TAKEN' ? ['TAKE'] : [];
}
