import type { ReactNode } from 'react';
import type { OrganisationLineFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { TableFrame } from '../../ui/table-frame';

/** What the platform does with an organisation, in a window over the list. */
export type OrganisationStep = 'ADMINISTRATOR' | 'RENAME';

/** Organisations by name, with what is missing: an administrator. */
export function OrganisationTable({
  organisations,
  onStep,
}: {
  readonly organisations: readonly OrganisationLineFragment[];
  readonly onStep: (step: OrganisationStep, organisation: OrganisationLineFragment) => void;
}): ReactNode {
  const { organisations: messages, members, terms, common, forms } = texts();
  return (
    <TableFrame label={messages.title}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.fields.name}</th>
            <th scope="col">{messages.fields.shortName}</th>
            <th scope="col">{messages.kind}</th>
            <th scope="col">{messages.district}</th>
            <th scope="col">{messages.administrator}</th>
            <th scope="col" className="screen-only">
              {members.steps}
            </th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((organisation) => (
            <tr key={organisation.id}>
              <th scope="row">
                {organisation.name}
                {organisation.formerNames.length > 0 && (
                  <span className="soft">
                    {messages.formerly(organisation.formerNames.map(({ name }) => name).join(members.comma))}
                  </span>
                )}
              </th>
              <td className="text" data-label={messages.fields.shortName}>
                {organisation.shortName ?? common.nothing}
              </td>
              <td className="text" data-label={messages.kind}>
                {terms.kind[organisation.kind]}
              </td>
              <td className="text" data-label={messages.district}>
                {organisation.district?.name ?? common.nothing}
              </td>
              <td className="text" data-label={messages.administrator}>
                {organisation.isAdministered === true ? (
                  messages.has
                ) : (
                  <span className="badge waiting">{messages.hasNone}</span>
                )}
              </td>
              <td className="text screen-only" data-label={members.steps}>
                {organisation.kind !== 'PLATFORM' && (
                  <span className="row-actions">
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => {
                        onStep('ADMINISTRATOR', organisation);
                      }}
                    >
                      {organisation.isAdministered === true
                        ? messages.nameAdministrator
                        : messages.inviteFirst}
                    </button>
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => {
                        onStep('RENAME', organisation);
                      }}
                    >
                      {forms.rename}
                    </button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
