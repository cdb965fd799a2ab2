import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import { ChooseMailsDocument, OwnMailsDocument, type OwnMailsQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure, Pending, Skeleton } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';

type Mails = NonNullable<OwnMailsQuery['viewer']['mails']>;

/** Which e-mails the member wants; nothing where there are none to choose. */
export function MailChoice(): ReactNode {
  const { account } = texts();
  const query = useOperation(OwnMailsDocument, {});
  if (query.data === undefined) return <Pending query={query} skeleton={<Skeleton lines={2} />} />;
  const { mails } = query.data.viewer;
  if (mails === null) return null;
  return (
    <>
      <h2>{account.mails}</h2>
      <MailForm mails={mails} />
    </>
  );
}

function MailForm({ mails }: { readonly mails: Mails }): ReactNode {
  const { account } = texts();
  const choose = useMutation({
    mutationFn: async (fields: FormData) => {
      const choice = { atOnce: fields.has('atOnce'), digest: fields.has('digest') };
      return (await ask(ChooseMailsDocument, choice)).chooseMails;
    },
    onSuccess: async ({ choice }) => {
      if (choice) await queries.invalidateQueries();
    },
  });
  return (
    <form
      className="form session-note"
      onChange={() => {
        choose.reset();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate(new FormData(event.currentTarget));
      }}
    >
      <p className="soft">{account.mailsAbout}</p>
      <label className="check">
        <input type="checkbox" name="atOnce" defaultChecked={mails.atOnce} />
        <span>{account.atOnce}</span>
      </label>
      <label className="check">
        <input type="checkbox" name="digest" defaultChecked={mails.digest} />
        <span>{account.digest}</span>
      </label>
      <UserErrors errors={choose.data?.userErrors} />
      {choose.error && <Failure error={choose.error} />}
      {choose.data?.choice && <output className="done">{account.mailsSaved}</output>}
      <div>
        <button type="submit" className="button" disabled={choose.isPending}>
          {account.saveMails}
        </button>
      </div>
    </form>
  );
}
