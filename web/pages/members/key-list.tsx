import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { ReasonDialog } from '../../forms/reason-dialog';
import { ApiKeysDocument, type KeyLineFragment, RevokeApiKeyDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { useMay } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { CopyText } from '../../ui/copy-text';
import { dayOf, today } from '../../ui/days';
import { Dialog } from '../../ui/dialog';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { type CreatedKey, KeyForm } from './key-form';
import { stationsText } from './member-table';

type Opened =
  | { readonly kind: 'CREATE' }
  | { readonly kind: 'REVOKE'; readonly apiKey: KeyLineFragment }
  | { readonly kind: 'SECRET'; readonly created: CreatedKey };

/** The keys by which programs read what the organisation may read. */
export function KeyList(): ReactNode {
  const { members: messages } = texts();
  const mayManage = useMay('key.manage');
  const [opened, setOpened] = useState<Opened>();
  const query = useOperation(ApiKeysDocument, {});
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.keys}</h2>
        {mayManage && (
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              setOpened({ kind: 'CREATE' });
            }}
          >
            {messages.createKey}
          </button>
        )}
      </div>
      <Answered query={query}>
        {({ apiKeys }) =>
          apiKeys.length === 0 ? (
            <p className="soft">{messages.noKeys}</p>
          ) : (
            <KeyTable
              apiKeys={apiKeys}
              {...(mayManage && {
                onRevoke: (apiKey) => {
                  setOpened({ kind: 'REVOKE', apiKey });
                },
              })}
            />
          )
        }
      </Answered>
      {opened?.kind === 'CREATE' && (
        <KeyForm
          onCreated={(created) => {
            setOpened({ kind: 'SECRET', created });
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'SECRET' && (
        <Dialog title={messages.secretOf(opened.created.name)} onClose={close}>
          <div className="form">
            <p className="notice">{messages.secretHint}</p>
            <CopyText label={messages.secret} text={opened.created.secret} />
          </div>
        </Dialog>
      )}
      {opened?.kind === 'REVOKE' && (
        <ReasonDialog
          title={messages.revokeOf(opened.apiKey.name)}
          hint={messages.revokeHint}
          hasReason={false}
          isDangerous
          take={async () =>
            (await ask(RevokeApiKeyDocument, { id: opened.apiKey.id })).revokeApiKey.userErrors
          }
          onClose={close}
        />
      )}
    </section>
  );
}

function KeyTable({
  apiKeys,
  onRevoke,
}: {
  readonly apiKeys: readonly KeyLineFragment[];
  readonly onRevoke?: (apiKey: KeyLineFragment) => void;
}): ReactNode {
  const { members: messages, common } = texts();
  return (
    <TableFrame label={messages.keys}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.purpose}</th>
            <th scope="col">{messages.stations}</th>
            <th scope="col">{messages.created}</th>
            <th scope="col">{messages.expires}</th>
            <th scope="col">{messages.lastUsed}</th>
            <th scope="col">{messages.state}</th>
            {onRevoke && (
              <th scope="col" className="screen-only">
                {messages.steps}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {apiKeys.map((apiKey) => (
            <tr key={apiKey.id} className={isGood(apiKey) ? undefined : 'gone'}>
              <th scope="row">{apiKey.name}</th>
              <td className="text wrap" data-label={messages.stations}>
                {stationsText(apiKey.stations)}
              </td>
              <td className="text" data-label={messages.created}>
                {dayOf(new Date(apiKey.createdAt))}
              </td>
              <td className="text" data-label={messages.expires}>
                {apiKey.expiresOn ?? messages.never}
              </td>
              <td className="text" data-label={messages.lastUsed}>
                {apiKey.lastUsedAt === null ? common.nothing : momentText(apiKey.lastUsedAt)}
              </td>
              <td className="text" data-label={messages.state}>
                {stateText(apiKey)}
              </td>
              {onRevoke && (
                <td className="text screen-only" data-label={messages.steps}>
                  {apiKey.revokedAt === null && (
                    <span className="row-actions">
                      <button
                        type="button"
                        className="button quiet danger"
                        aria-label={messages.revokeOf(apiKey.name)}
                        onClick={() => {
                          onRevoke(apiKey);
                        }}
                      >
                        {messages.revoke}
                      </button>
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function isGood({ revokedAt, expiresOn }: KeyLineFragment): boolean {
  return revokedAt === null && (expiresOn === null || expiresOn >= today());
}

function stateText(apiKey: KeyLineFragment): string {
  const { members: messages } = texts();
  if (apiKey.revokedAt !== null) return messages.revoked(dayOf(new Date(apiKey.revokedAt)));
  return isGood(apiKey) ? messages.good : messages.expired;
}
