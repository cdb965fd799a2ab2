import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField, useFirstMistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import {
  OpeningFormDocument,
  type OpeningFormQuery,
  type OpenAssessmentInput,
  OpenAssessmentDocument,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { useAddress } from '../../place/at-place';
import { useOrganisations } from '../../place/use-organisations';
import { Answered, Failure } from '../../ui/answered';
import { parseDay } from '../../ui/days';
import { UserErrors } from '../../ui/user-errors';
import { addressOfAssessment } from '../../assessments/address-of-assessment';
import { SchemeMaxima } from './scheme-maxima';

const FIELDS = ['kind', 'assessorId', 'from', 'to', 'onsiteOn'];
const EMPTY = {
  kind: '' as OpenAssessmentInput['kind'] | '',
  assessorId: '',
  from: '',
  to: '',
  onsiteOn: '',
};

/** Opens an assessment of an agreement. */
export function OpeningForm({ agreement: id }: { readonly agreement: string }): ReactNode {
  const { assessments: messages } = texts();
  const query = useOperation(OpeningFormDocument, { agreement: id });
  return (
    <Answered query={query}>
      {(data) =>
        data.agreement && (
          <PageFrame
            title={messages.open}
            about={
              <span className="soft">
                {data.agreement.station.name} {messages.range(data.agreement.startsOn, data.agreement.endsOn)}
              </span>
            }
          >
            <Fields agreement={data.agreement} data={data} />
          </PageFrame>
        )
      }
    </Answered>
  );
}

function Fields({
  agreement,
  data: { declaredTies },
}: {
  readonly agreement: NonNullable<OpeningFormQuery['agreement']>;
  readonly data: OpeningFormQuery;
}): ReactNode {
  const { assessments: messages, forms, terms } = texts();
  const { data: assessors = [] } = useOrganisations('ASSESSOR');
  const [draft, change, forget] = useDraft(`assessment:${agreement.id}`, EMPTY);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const [, goTo] = useLocation();
  const [, go] = useAddress();
  const opening = useMutation({
    mutationFn: async (input: OpenAssessmentInput) =>
      (await ask(OpenAssessmentDocument, { input })).openAssessment,
    onSuccess: async ({ assessment, userErrors }) => {
      setMistakes(userErrors);
      if (!assessment) return;
      forget();
      await queries.invalidateQueries();
      goTo(addressOfAssessment(assessment.id), { replace: true });
    },
  });
  const send = (): void => {
    const reading = new Reading();
    reading.chosen(draft.kind, 'kind');
    reading.chosen(draft.assessorId, 'assessorId');
    const input = {
      agreementId: agreement.id,
      kind: draft.kind || 'MIDTERM',
      assessorId: draft.assessorId,
      from: reading.day(draft.from, 'from'),
      to: reading.day(draft.to, 'to'),
      onsiteOn: reading.dayOrNull(draft.onsiteOn, 'onsiteOn'),
    };
    setMistakes(reading.mistakes);
    if (reading.mistakes.length === 0) opening.mutate(input);
  };
  const isTied = (id: string): boolean =>
    declaredTies.some((tie) => tie.operator.id === agreement.operator.id && tie.assessor.id === id);
  const days = [
    ['from', messages.from, forms.dayHint],
    ['to', messages.to, forms.dayHint],
    ['onsiteOn', messages.onsiteOn, messages.optional],
  ] as const;
  const year = parseDay(draft.to)?.slice(0, 4);
  return (
    <form
      ref={form}
      className="form long-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft">
        {messages.openHint} {forms.kept}
      </p>
      <UserErrors
        errors={mistakes.filter((it) => !FIELDS.some((field) => mistakesAt([it], field).length > 0))}
      />
      <div className="fields">
        <Choice
          label={messages.kind}
          mistakes={mistakesAt(mistakes, 'kind')}
          value={draft.kind}
          options={[
            ['MIDTERM', terms.assessment.MIDTERM],
            ['FINAL', terms.assessment.FINAL],
          ]}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        <Choice
          label={messages.assessor}
          hint={messages.freeAssessor}
          mistakes={mistakesAt(mistakes, 'assessorId')}
          value={draft.assessorId}
          options={assessors.filter(({ id }) => !isTied(id)).map(({ id, name }) => [id, name])}
          onChange={(assessorId) => {
            change({ assessorId });
          }}
        />
        {days.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            hint={hint}
            mistakes={mistakesAt(mistakes, field)}
            value={draft[field]}
            onChange={(value) => {
              change({ [field]: value });
            }}
          />
        ))}
      </div>
      {year !== undefined && <SchemeMaxima year={Number(year)} district={agreement.station.district.code} />}
      {opening.error && <Failure error={opening.error} />}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            forget();
            go({ open: null }, { replace: true });
          }}
        >
          {forms.discard}
        </button>
        <button type="submit" className="button primary" disabled={opening.isPending}>
          {messages.open}
        </button>
      </div>
    </form>
  );
}
