import type { ReactNode } from 'react';
import { ask } from '../../api/ask';
import { PageFrame } from '../../app/page-frame';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Form } from '../../forms/form';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import { EnrolStaffDocument, type EnrolStaffInput } from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';
import { LEVELS } from './certificates-form';
import { enrolmentOf, type NewPerson, NOBODY, withoutNobody } from './enrolment';
import { KindChoice } from './kind-choice';
import type { RosterAgreement } from './sheet';
import { ZoneChecks } from './zone-checks';

/** Enrols people, several at once. */
export function EnrolmentForm({
  agreement,
  onClose,
}: {
  readonly agreement: RosterAgreement;
  readonly onClose: () => void;
}): ReactNode {
  const messages = rosterTexts();
  const { forms } = texts();
  const empty: { readonly people: readonly NewPerson[] } = { people: [NOBODY] };
  const [{ people, requestKey }, change, forget] = useDraft(`enrolment:${agreement.id}`, empty);
  const leave = (): void => {
    forget();
    onClose();
  };
  const sending = useSending(
    async (input: EnrolStaffInput) => (await ask(EnrolStaffDocument, { input })).enrolStaff.userErrors,
    leave,
  );
  const send = (): void => {
    const typed = withoutNobody(people);
    change({ people: typed });
    sending.send(enrolmentOf(agreement.id, requestKey, typed));
  };
  return (
    <PageFrame title={messages.enrol} about={<span className="soft">{agreement.station.name}</span>}>
      <Form
        sending={sending}
        fields={people.map((_, at) => `members.${at}`)}
        submit={messages.submitEnrolment(people.length)}
        hint={`${messages.enrolHint} ${forms.kept}`}
        onSubmit={send}
        onDiscard={leave}
      >
        {people.map((person, at) => (
          <PersonFields
            key={at}
            legend={messages.nth(at + 1)}
            person={person}
            zones={agreement.zones}
            mistakes={mistakesAt(sending.mistakes, `members.${at}`)}
            at={at}
            onChange={(changes) => {
              change({ people: people.map((it, index) => (index === at ? { ...it, ...changes } : it)) });
            }}
            onRemove={
              people.length > 1
                ? () => {
                    change({ people: people.filter((_, index) => index !== at) });
                  }
                : undefined
            }
          />
        ))}
        <div>
          <button
            type="button"
            className="button"
            onClick={() => {
              change({ people: [...people, NOBODY] });
            }}
          >
            {messages.another}
          </button>
        </div>
      </Form>
    </PageFrame>
  );
}

function PersonFields({
  legend,
  person,
  zones,
  mistakes,
  at,
  onChange,
  onRemove,
}: {
  readonly legend: string;
  readonly person: NewPerson;
  readonly zones: RosterAgreement['zones'];
  readonly mistakes: readonly Mistake[];
  readonly at: number;
  readonly onChange: (changes: Partial<NewPerson>) => void;
  readonly onRemove: (() => void) | undefined;
}): ReactNode {
  const messages = rosterTexts();
  const { forms } = texts();
  const of = (field: string): readonly Mistake[] => mistakesAt(mistakes, `members.${at}.${field}`);
  const text = (
    field: Exclude<keyof NewPerson, 'kind' | 'level' | 'zoneIds'>,
    label: string,
    hint?: string,
    path: string = field,
  ): ReactNode => (
    <TextField
      label={label}
      hint={hint}
      mistakes={of(path)}
      value={person[field]}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  return (
    <fieldset className="person-fields">
      <legend>{legend}</legend>
      <div className="fields">
        {text('name', messages.name)}
        {text('position', messages.position)}
        <KindChoice
          kind={person.kind}
          mistakes={of('kind')}
          onChange={(kind) => {
            onChange({ kind });
          }}
        />
        {text('employedFrom', messages.employedFrom, forms.dayHint)}
        {text('employedTo', messages.employedTo, messages.employedToHint)}
        {text('practisingSince', messages.practisingSince, messages.practisingHint)}
        <Choice
          label={messages.certificate0}
          mistakes={of('certificates.0.level')}
          value={person.level}
          options={LEVELS.map((level) => [level, messages.levels[level]])}
          onChange={(level) => {
            onChange({ level });
          }}
        />
        {person.level !== '' &&
          text('passedOn', messages.passedDay, messages.passedOnHint, 'certificates.0.passedOn')}
      </div>
      <ZoneChecks
        zones={zones}
        chosen={person.zoneIds}
        mistakes={of('zoneIds')}
        onChange={(zoneIds) => {
          onChange({ zoneIds });
        }}
      />
      {onRemove && (
        <div>
          <button type="button" className="button" aria-label={messages.takeOut(legend)} onClick={onRemove}>
            {messages.remove}
          </button>
        </div>
      )}
    </fieldset>
  );
}
