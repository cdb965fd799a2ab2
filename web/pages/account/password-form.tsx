import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { ChangePasswordDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { Failure } from '../../ui/answered';
import { textIn } from '../../ui/forms';
import { UserErrors } from '../../ui/user-errors';

export function PasswordForm(): ReactNode {
  const { account } = texts();
  const change = useMutation({
    mutationFn: async (fields: FormData) => {
      const input = {
        oldPassword: textIn(fields, 'oldPassword'),
        newPassword: textIn(fields, 'newPassword'),
      };
      return (await ask(ChangePasswordDocument, { input })).changePassword;
    },
  });
  return (
    <form
      className="form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        change.mutate(new FormData(form), {
          onSuccess: ({ changed }) => {
            if (changed === true) form.reset();
          },
        });
      }}
    >
      <label className="field">
        <span className="label">{account.oldPassword}</span>
        <input
          className="input"
          type="password"
          name="oldPassword"
          autoComplete="current-password"
          required
        />
      </label>
      <label className="field">
        <span className="label">{account.newPassword}</span>
        <input className="input" type="password" name="newPassword" autoComplete="new-password" required />
        <span className="soft">{account.newPasswordHint}</span>
      </label>
      <UserErrors errors={change.data?.userErrors} />
      {change.error && <Failure error={change.error} />}
      {change.data?.changed === true && <output className="done">{account.changed}</output>}
      <div>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {account.change}
        </button>
      </div>
    </form>
  );
}
