import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { Choice } from '../../forms/choice';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import {
  AddOrganisationDocument,
  DistrictsDocument,
  type FoundingFragment,
  type OrganisationKind,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { type Invitation, invitationOf } from './invitation';

/** The platform is there already. */
const KINDS: readonly OrganisationKind[] = [
  'OPERATOR',
  'PURCHASER',
  'SUPERVISOR',
  'MENTORING_CENTRE',
  'ASSESSOR',
];

interface Draft {
  readonly kind: OrganisationKind | '';
  readonly name: string;
  readonly shortName: string;
  readonly districtCode: string;
  readonly administratorName: string;
  readonly administratorEmail: string;
}

const EMPTY: Draft = {
  kind: '',
  name: '',
  shortName: '',
  districtCode: '',
  administratorName: '',
  administratorEmail: '',
};
const TEXTS = ['name', 'shortName'] as const;
const ADMINISTRATOR = ['administratorName', 'administratorEmail'] as const;

/** Adds an organisation to the directory, and invites its first administrator. */
export function OrganisationForm({
  onAdded,
  onClose,
}: {
  readonly onAdded: (invitation: Invitation | undefined) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { organisations: messages, terms } = texts();
  const [draft, change, forget] = useDraft('organisation', EMPTY);
  const { data } = useOperation(DistrictsDocument, {});
  return (
    <DialogForm
      title={messages.add}
      submit={messages.add}
      fields={['kind', 'districtCode', ...TEXTS, ...ADMINISTRATOR]}
      send={async () => add(draft)}
      onDone={(answer) => {
        forget();
        onAdded(invitationOf(draft.administratorName, answer));
      }}
      onClose={onClose}
    >
      {(mistakes) => {
        const fieldOf = (field: (typeof TEXTS | typeof ADMINISTRATOR)[number]): ReactNode => (
          <TextField
            key={field}
            label={messages.fields[field]}
            value={draft[field]}
            mistakes={mistakesAt(mistakes, field)}
            onChange={(value) => {
              change({ [field]: value });
            }}
          />
        );
        return (
          <>
            <Choice
              label={messages.kind}
              value={draft.kind}
              options={KINDS.map((kind) => [kind, terms.kind[kind]])}
              mistakes={mistakesAt(mistakes, 'kind')}
              onChange={(kind) => {
                change({ kind });
              }}
            />
            {TEXTS.map(fieldOf)}
            <Choice
              label={messages.district}
              hint={messages.districtHint}
              value={draft.districtCode}
              options={(data?.districts ?? []).map(({ code, name }) => [code, name])}
              mistakes={mistakesAt(mistakes, 'districtCode')}
              onChange={(districtCode) => {
                change({ districtCode });
              }}
            />
            {ADMINISTRATOR.map(fieldOf)}
          </>
        );
      }}
    </DialogForm>
  );
}

/** What is missing is said without asking the server. */
async function add({ kind, shortName, districtCode, ...draft }: Draft): Promise<FoundingFragment> {
  const reading = new Reading();
  reading.chosen(kind, 'kind');
  const nothing = { organisation: null, invitationToken: null, expiresAt: null };
  if (kind === '')
    return {
      ...nothing,
      userErrors: reading.mistakes.map((it) => ({ code: '', ...it, path: [...it.path] })),
    };
  const { name, administratorName, administratorEmail } = draft;
  const input = {
    kind,
    name,
    shortName: shortName.trim() || null,
    districtCode: districtCode || null,
    administratorName,
    administratorEmail,
  };
  return (await ask(AddOrganisationDocument, { input })).addOrganisation;
}
