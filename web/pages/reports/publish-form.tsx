import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../api/ask';
import { Choice } from '../../forms/choice';
import { DialogForm } from '../../forms/dialog-form';
import { mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import {
  PublishReportDocument,
  type PublishReportMutation,
  type ReportKind,
  type ReportLineFragment,
} from '../../generated/graphql';
import { reportingTexts } from '../../messages/reporting';
import { addressOfReport } from '../../reporting/address-of-report';
import { type Day, earlier, today } from '../../ui/days';

interface Draft {
  readonly title: string;
  readonly kind: ReportKind;
  readonly from: string;
  readonly to: string;
  readonly supersedesId: string;
}

const KINDS = ['QUARTER', 'HALF_YEAR', 'YEAR', 'OTHER'] as const satisfies readonly ReportKind[];

/** Publishes the reports of some days as they are, in the place of another one where that was wrong. */
export function PublishForm({
  agreement: { id: agreementId, startsOn, endsOn },
  reports,
  superseded,
  onClose,
}: {
  readonly agreement: { readonly id: string; readonly startsOn: Day; readonly endsOn: Day };
  readonly reports: readonly ReportLineFragment[];
  readonly superseded: ReportLineFragment | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { published } = reportingTexts();
  const [, navigate] = useLocation();
  const [draft, change, forget] = useDraft<Draft>(`publish:${agreementId}:${superseded?.id ?? ''}`, {
    title: superseded?.title ?? '',
    kind: superseded?.kind ?? 'OTHER',
    from: superseded?.from ?? startsOn,
    to: superseded?.to ?? earlier(endsOn, today()),
    supersedesId: superseded?.id ?? '',
  });
  const send = async (): Promise<PublishReportMutation['publishReport']> => {
    const reading = new Reading();
    reading.required(draft.title, 'title');
    const from = reading.day(draft.from, 'from');
    const to = reading.day(draft.to, 'to');
    if (reading.mistakes.length > 0) {
      return {
        report: null,
        userErrors: reading.mistakes.map((it) => ({ code: '', ...it, path: [...it.path] })),
      };
    }
    const { title, kind, supersedesId, requestKey: idempotencyKey } = draft;
    const input = { agreementId, title, kind, from, to, supersedesId: supersedesId || null, idempotencyKey };
    return (await ask(PublishReportDocument, { input })).publishReport;
  };
  return (
    <DialogForm
      title={superseded ? published.supersede : published.publish}
      submit={published.publish}
      fields={['title', 'kind', 'from', 'to', 'supersedesId']}
      send={send}
      onDone={({ report }) => {
        forget();
        onClose();
        if (report) navigate(addressOfReport(report.id));
      }}
      onClose={onClose}
    >
      {(mistakes) => (
        <>
          <p>{published.publishHint}</p>
          <TextField
            label={published.name}
            hint={published.titleHint}
            value={draft.title}
            mistakes={mistakesAt(mistakes, 'title')}
            onChange={(title) => {
              change({ title });
            }}
          />
          <Choice
            label={published.kind}
            value={draft.kind}
            options={KINDS.map((kind) => [kind, published.kinds[kind]] as const)}
            mistakes={mistakesAt(mistakes, 'kind')}
            onChange={(kind) => {
              change({ kind: kind === '' ? 'OTHER' : kind });
            }}
          />
          <TextField
            label={published.from}
            value={draft.from}
            mistakes={mistakesAt(mistakes, 'from')}
            onChange={(from) => {
              change({ from });
            }}
          />
          <TextField
            label={published.to}
            value={draft.to}
            mistakes={mistakesAt(mistakes, 'to')}
            onChange={(to) => {
              change({ to });
            }}
          />
          {reports.length > 0 && (
            <Choice
              label={published.replace}
              hint={published.replaceHint}
              value={draft.supersedesId}
              options={reports
                .filter(({ supersededBy }) => supersededBy === null)
                .map(({ id, number, title }) => [id, published.one(number, title)] as const)}
              mistakes={mistakesAt(mistakes, 'supersedesId')}
              onChange={(supersedesId) => {
                change({ supersedesId });
              }}
            />
          )}
        </>
      )}
    </DialogForm>
  );
}
