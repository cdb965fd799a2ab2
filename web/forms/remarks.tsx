import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../api/ask';
import { queries } from '../api/queries';
import { AddRemarkDocument, type RemarkLineFragment } from '../generated/graphql';
import { texts } from '../messages';
import { useMay } from '../session/viewer';
import { Failure } from '../ui/answered';
import { textIn } from '../ui/forms';
import { momentText } from '../ui/moments';
import { newRequestKey } from '../ui/request-key';
import { UserErrors } from '../ui/user-errors';
import './remarks.css';

/** What the parties and their bureau have added to a record or a month, and a form to add more. */
export function Remarks({
  subjectId,
  remarks,
}: {
  readonly subjectId: string;
  readonly remarks: readonly RemarkLineFragment[];
}): ReactNode {
  const { remarks: messages } = texts();
  const mayAdd = useMay('remark.add');
  return (
    <section className="remarks">
      <h3>{messages.title}</h3>
      {remarks.length === 0 && <p className="soft">{messages.none}</p>}
      <ul>
        {remarks.map(({ id, text, evidence, writtenAt, writtenBy, organisation }) => (
          <li key={id}>
            <p className="soft">
              {messages.by(organisation.shortName ?? organisation.name, writtenBy, momentText(writtenAt))}
            </p>
            {text !== null && <p className="lines">{text}</p>}
            {evidence !== null && <Evidence evidence={evidence} />}
          </li>
        ))}
      </ul>
      {mayAdd && <RemarkForm key={remarks.length} subjectId={subjectId} />}
    </section>
  );
}

function Evidence({ evidence }: { readonly evidence: string }): ReactNode {
  const isLink = /^https?:\/\/\S+$/.test(evidence);
  return (
    <p>
      {`${texts().remarks.evidence}：`}
      {isLink ? (
        <a href={evidence} target="_blank" rel="noreferrer">
          {evidence}
        </a>
      ) : (
        evidence
      )}
    </p>
  );
}

function RemarkForm({ subjectId }: { readonly subjectId: string }): ReactNode {
  const { remarks: messages } = texts();
  // The same for every try of this form: a repetition adds nothing.
  const [idempotencyKey] = useState(newRequestKey);
  const add = useMutation({
    mutationFn: async (fields: FormData) => {
      const [text, evidence] = ['text', 'evidence'].map((name) => textIn(fields, name).trim() || null);
      const input = { subjectId, text, evidence, idempotencyKey };
      return (await ask(AddRemarkDocument, { input })).addRemark;
    },
    onSuccess: async ({ userErrors }) => {
      if (userErrors.length === 0) await queries.invalidateQueries();
    },
  });
  return (
    <form
      className="form screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(new FormData(event.currentTarget));
      }}
    >
      <label className="field">
        <span className="label">{messages.remark}</span>
        <textarea className="input" name="text" rows={2} maxLength={2000} />
      </label>
      <label className="field">
        <span className="label">{messages.evidence}</span>
        <input className="input" name="evidence" maxLength={500} placeholder={messages.evidenceHint} />
      </label>
      <UserErrors errors={add.data?.userErrors} />
      {add.error && <Failure error={add.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={add.isPending}>
          {messages.add}
        </button>
      </div>
    </form>
  );
}
