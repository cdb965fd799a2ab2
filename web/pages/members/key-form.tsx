import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { CreateApiKeyDocument, type CreateApiKeyMutation } from '../../generated/graphql';
import { texts } from '../../messages';
import { StationChoice, type StationName } from './station-choice';

/** A key's secret, which the server says only once. */
export interface CreatedKey {
  readonly name: string;
  readonly secret: string;
}

interface Draft {
  readonly name: string;
  readonly expiresOn: string;
  readonly stations: readonly StationName[] | null;
}

const EMPTY: Draft = { name: '', expiresOn: '', stations: null };

/** Creates a key for a program. */
export function KeyForm({
  onCreated,
  onClose,
}: {
  readonly onCreated: (created: CreatedKey) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { members: messages } = texts();
  const [draft, change, forget] = useDraft('api-key', EMPTY);
  return (
    <DialogForm
      title={messages.createKey}
      submit={messages.createKey}
      fields={['name', 'expiresOn', 'stationIds']}
      send={async () => create(draft)}
      onDone={({ apiKey, secret }) => {
        forget();
        if (apiKey && secret !== null) onCreated({ name: apiKey.name, secret });
      }}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <p className="soft">{messages.keyHint}</p>
          <TextField
            label={messages.purpose}
            hint={messages.purposeHint}
            value={draft.name}
            mistakes={mistakesAt(mistakes, 'name')}
            onChange={(name) => {
              change({ name });
            }}
          />
          <TextField
            label={messages.expires}
            hint={messages.expiresHint}
            value={draft.expiresOn}
            mistakes={mistakesAt(mistakes, 'expiresOn')}
            onChange={(expiresOn) => {
              change({ expiresOn });
            }}
          />
          <StationChoice
            value={draft.stations}
            problem={mistakesAt(mistakes, 'stationIds')[0]?.message}
            onChange={(stations) => {
              change({ stations });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}

/** What cannot be read is said without asking the server. */
async function create({ name, expiresOn, stations }: Draft): Promise<CreateApiKeyMutation['createApiKey']> {
  const reading = new Reading();
  const day = reading.dayOrNull(expiresOn, 'expiresOn');
  const userErrors = reading.mistakes.map((it) => ({ ...it, code: '', path: [...it.path] }));
  if (userErrors.length > 0) return { apiKey: null, secret: null, userErrors };
  const input = { name, expiresOn: day, stationIds: stations?.map(({ id }) => id) ?? null };
  return (await ask(CreateApiKeyDocument, { input })).createApiKey;
}
