import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useConnection } from '../../api/connections';
import { RenameDialog } from '../../forms/rename-dialog';
import {
  type OrganisationKind,
  type OrganisationLineFragment,
  OrganisationsDocument,
  RenameOrganisationDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { AdministratorForm } from './administrator-form';
import type { Invitation } from './invitation';
import { InvitationLink } from './invitation-link';
import { OrganisationForm } from './organisation-form';
import { type OrganisationStep, OrganisationTable } from './organisation-table';

type Opened =
  | { readonly kind: 'ADD' }
  | { readonly kind: OrganisationStep; readonly organisation: OrganisationLineFragment }
  | { readonly kind: 'LINK'; readonly invitation: Invitation };

/** The directory, as the platform maintains it. */
export function OrganisationList(): ReactNode {
  const { organisations: messages, terms, forms } = texts();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<Opened>();
  const kinds = Object.keys(terms.kind) as OrganisationKind[];
  const kind = kinds.find((it) => it === address.get('kind')) ?? null;
  const list = useConnection(OrganisationsDocument, { kind }, ({ organisations }) => organisations);
  const close = (): void => {
    setOpened(undefined);
  };
  const show = (invitation: Invitation | undefined): void => {
    setOpened(invitation && { kind: 'LINK', invitation });
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.title}</h2>
        <label className="field inline screen-only">
          <span className="label">{messages.kind}</span>
          <select
            className="input"
            value={kind ?? ''}
            onChange={(event) => {
              change({ kind: event.target.value || null });
            }}
          >
            <option value="">{messages.allKinds}</option>
            {kinds.map((it) => (
              <option key={it} value={it}>
                {terms.kind[it]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button primary screen-only"
          onClick={() => {
            setOpened({ kind: 'ADD' });
          }}
        >
          {messages.add}
        </button>
      </div>
      {list.nodes ? (
        <>
          <OrganisationTable
            organisations={list.nodes}
            onStep={(step, organisation) => {
              setOpened({ kind: step, organisation });
            }}
          />
          <ListFoot {...list} />
        </>
      ) : (
        <Pending query={list.query} />
      )}
      {opened?.kind === 'ADD' && <OrganisationForm onAdded={show} onClose={close} />}
      {opened?.kind === 'ADMINISTRATOR' && (
        <AdministratorForm organisation={opened.organisation} onInvited={show} onClose={close} />
      )}
      {opened?.kind === 'RENAME' && (
        <RenameDialog
          title={forms.rename}
          name={opened.organisation.name}
          rename={async (renaming) => {
            const input = { organisationId: opened.organisation.id, ...renaming };
            return (await ask(RenameOrganisationDocument, { input })).renameOrganisation;
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'LINK' && <InvitationLink invitation={opened.invitation} onClose={close} />}
    </section>
  );
}
