import type { ReactNode } from 'react';
import { useOperation } from '../api/queries';
import { type ChangeFragment, FigureNamesDocument } from '../generated/graphql';
import { texts } from '../messages';
import { TableFrame } from '../ui/table-frame';
import { figureName, figureText } from './figure-name';

/** Figures that differ: what each was and is, in words. */
export function Changes({
  label,
  heads,
  changes,
}: {
  readonly label: string;
  /** What the two values are called; before and now without them. */
  readonly heads?: readonly [was: string, is: string];
  readonly changes: readonly ChangeFragment[];
}): ReactNode {
  const { assessments: messages, common } = texts();
  const names = useOperation(FigureNamesDocument, {});
  const catalogue = names.data?.indicators ?? [];
  const [was, is] = heads ?? [messages.was, messages.is];
  return (
    <TableFrame label={label}>
      <table className="table changes cards-when-narrow dense">
        <thead>
          <tr>
            <th scope="col">{messages.figure}</th>
            <th scope="col">{messages.changeReport}</th>
            <th scope="col">{was}</th>
            <th scope="col">{is}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.report + change.path.join(' ')}>
              <th scope="row">{figureName(change.path, catalogue)}</th>
              <td className="text" data-label={messages.changeReport}>
                {messages.reports[change.report]}
              </td>
              <td data-label={was}>{figureText(change, change.was, catalogue) ?? common.none}</td>
              <td data-label={is}>{figureText(change, change.is, catalogue) ?? common.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
