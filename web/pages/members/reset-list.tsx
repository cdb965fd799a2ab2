import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { DialogForm } from '../../forms/dialog-form';
import { Field, mistakesAt, TextField } from '../../forms/field';
import { ReasonDialog } from '../../forms/reason-dialog';
import {
  type AdministratorResetLineFragment,
  AdministratorResetsDocument,
  ConfirmAdministratorResetDocument,
  RequestAdministratorResetDocument,
  StopAdministratorResetDocument,
  TakeAdministratorResetDocument,
} from '../../generated/graphql';
import { resetTexts } from '../../messages/resets';
import { useMay } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { type Invitation, resetOf } from './invitation';
import { InvitationLink } from './invitation-link';
import { type ResetStep, ResetTable } from './reset-table';

type Opened =
  | { readonly kind: 'REQUEST' }
  | { readonly kind: ResetStep; readonly reset: AdministratorResetLineFragment }
  | { readonly kind: 'LINK'; readonly link: Invitation };

/** Help for sole administrators: of all organisations for the platform, else of one’s own, where there has been any. */
export function ResetList(): ReactNode {
  const messages = resetTexts();
  const mayHelp = useMay('administratorReset.help');
  const [opened, setOpened] = useState<Opened>();
  const query = useOperation(AdministratorResetsDocument, {});
  const close = (): void => {
    setOpened(undefined);
  };
  if (!mayHelp && (query.data?.administratorResets ?? []).length === 0) return null;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{messages.title}</h2>
        {mayHelp && (
          <button
            type="button"
            className="button screen-only"
            onClick={() => {
              setOpened({ kind: 'REQUEST' });
            }}
          >
            {messages.request}
          </button>
        )}
      </div>
      <p className="soft">{mayHelp ? messages.platformHint : messages.about}</p>
      <Answered query={query}>
        {({ administratorResets: resets }) =>
          resets.length === 0 ? (
            <p className="soft">{messages.none}</p>
          ) : (
            <ResetTable
              resets={resets}
              onStep={(kind, reset) => {
                setOpened({ kind, reset });
              }}
            />
          )
        }
      </Answered>
      {opened?.kind === 'REQUEST' && <RequestForm onClose={close} />}
      {opened?.kind === 'TAKE' && (
        <TakeForm
          reset={opened.reset}
          onTaken={(link) => {
            setOpened(link && { kind: 'LINK', link });
          }}
          onClose={close}
        />
      )}
      {(opened?.kind === 'CONFIRM' || opened?.kind === 'STOP') && (
        <StepDialog step={opened.kind} reset={opened.reset} onClose={close} />
      )}
      {opened?.kind === 'LINK' && <InvitationLink invitation={opened.link} onClose={close} />}
    </section>
  );
}

function RequestForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const messages = resetTexts();
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  return (
    <DialogForm
      title={messages.request}
      submit={messages.request}
      fields={['email', 'reason']}
      send={async () =>
        (await ask(RequestAdministratorResetDocument, { email: email.trim(), reason }))
          .requestAdministratorReset
      }
      onDone={onClose}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <p className="soft">{messages.requestHint}</p>
          <TextField
            label={messages.email}
            value={email}
            mistakes={mistakesAt(mistakes, 'email')}
            onChange={setEmail}
          />
          <Field label={messages.reason} mistakes={mistakesAt(mistakes, 'reason')}>
            {(attributes) => (
              <textarea
                {...attributes}
                className="input"
                value={reason}
                maxLength={500}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        </>
      )}
    </DialogForm>
  );
}

interface StepProps {
  readonly reset: AdministratorResetLineFragment;
  readonly onClose: () => void;
}

function TakeForm({
  reset: { id, administrator },
  onTaken,
  onClose,
}: StepProps & { readonly onTaken: (link: Invitation | undefined) => void }): ReactNode {
  const messages = resetTexts();
  return (
    <DialogForm
      title={messages.stepOf.TAKE(administrator)}
      submit={messages.step.TAKE}
      send={async () => (await ask(TakeAdministratorResetDocument, { id })).takeAdministratorReset}
      onDone={(answer) => {
        onTaken(resetOf(administrator, answer));
      }}
      onClose={onClose}
    >
      {() => <p>{messages.takeHint}</p>}
    </DialogForm>
  );
}

function StepDialog({
  step,
  reset: { id, administrator },
  onClose,
}: StepProps & { readonly step: 'CONFIRM' | 'STOP' }): ReactNode {
  const messages = resetTexts();
  return (
    <ReasonDialog
      title={messages.stepOf[step](administrator)}
      hint={step === 'CONFIRM' ? messages.confirmHint : messages.stopHint}
      hasReason={false}
      isDangerous={step === 'STOP'}
      take={async () =>
        step === 'CONFIRM'
          ? (await ask(ConfirmAdministratorResetDocument, { id })).confirmAdministratorReset.userErrors
          : (await ask(StopAdministratorResetDocument, { id })).stopAdministratorReset.userErrors
      }
      onClose={onClose}
    />
  );
}
