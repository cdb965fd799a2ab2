import { type ReactNode, useRef } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../api/ask';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { Form } from '../../forms/form';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { useDraft } from '../../forms/use-draft';
import { useSending } from '../../forms/use-sending';
import {
  AuditedSubjectsDocument,
  type AuditedSubjectsQuery,
  AuditReportDocument,
  type AuditReportInput,
  ImportToAuditDocument,
} from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { earlier, today } from '../../ui/days';
import { addressOfAudit, addressOfAudits } from './address';
import { atCells, cellKey, COLUMNS, EMPTY, figuresOf, type Line } from './lines';
import { LinesTable } from './lines-table';

type Agreement = NonNullable<AuditedSubjectsQuery['agreement']>;
type Catalogue = AuditedSubjectsQuery['indicators'];

interface Draft {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly lines: readonly Line[];
}

const LINES = 10;
const emptyLines = (count = LINES): Line[] => Array.from({ length: count }, () => EMPTY);

/** A report to be audited: figures that are typed or pasted, beside those of a file where one was uploaded. */
export function AuditForm({
  place,
  importId,
}: {
  readonly place: Place;
  readonly importId: string | null;
}): ReactNode {
  const query = useOperation(AuditedSubjectsDocument, { agreement: place.agreement });
  return (
    <Answered query={query}>
      {({ agreement, indicators }) =>
        agreement && <Fields {...{ agreement, place, importId }} catalogue={indicators} />
      }
    </Answered>
  );
}

function Fields({
  agreement,
  catalogue,
  place,
  importId,
}: {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  readonly place: Place;
  readonly importId: string | null;
}): ReactNode {
  const messages = reportAuditTexts();
  const { id: agreementId, zones, startsOn, endsOn } = agreement;
  const [, navigate] = useLocation();
  const maySeeRecords = useMay('serviceRecord.read');
  const [draft, change, forget] = useDraft<Draft>(`report-audit:${agreementId}:${importId ?? ''}`, {
    title: '',
    from: startsOn,
    to: earlier(endsOn, today()),
    asOf: '',
    lines: emptyLines(),
  });
  const audited = useRef<string>(undefined);
  const {
    figures,
    cells,
    mistakes: unread,
  } = figuresOf(draft.lines, catalogue, zones, {
    required: messages.required,
    otherZone: messages.otherZone,
    place: messages.pastedLine,
  });
  const sending = useSending<AuditReportInput>(
    async (input) => {
      const { auditReport } = await ask(AuditReportDocument, { input });
      audited.current = auditReport.audit?.id;
      return atCells(auditReport.userErrors, cells);
    },
    () => {
      forget();
      if (audited.current !== undefined) navigate(addressOfAudit(audited.current), { replace: true });
    },
  );
  const send = (): void => {
    const reading = new Reading();
    reading.required(draft.title, 'title');
    const [from, to] = [reading.day(draft.from, 'from'), reading.day(draft.to, 'to')];
    const asOf = momentOf(draft.asOf);
    if (asOf === undefined) reading.wrong(messages.asOfWrong, 'asOf');
    if (figures.length === 0 && importId === null) reading.wrong(messages.nothing, 'figures');
    sending.send({
      input: {
        agreementId,
        title: draft.title,
        from,
        to,
        asOf: asOf ?? null,
        importId,
        figures: [...figures],
        idempotencyKey: draft.requestKey,
      },
      mistakes: [...reading.mistakes, ...unread],
    });
  };
  const at = (field: string): readonly Mistake[] => mistakesAt(sending.mistakes, field);
  return (
    <PageFrame title={messages.newTitle} about={<PlaceBar head={agreement} place={place} isWhole />}>
      <Form
        sending={sending}
        fields={['title', 'from', 'to', 'asOf', ...cellsOf(draft.lines)]}
        submit={messages.audit}
        hint={messages.formHint}
        onSubmit={send}
        onDiscard={() => {
          forget();
          navigate(addressOfAudits(place));
        }}
      >
        {importId !== null && <ImportedFile importId={importId} agreementId={agreementId} />}
        <div className="fields">
          <TextField
            label={messages.name}
            hint={messages.titleHint}
            value={draft.title}
            mistakes={at('title')}
            onChange={(title) => {
              change({ title });
            }}
          />
          <TextField
            label={messages.from}
            value={draft.from}
            mistakes={at('from')}
            onChange={(from) => {
              change({ from });
            }}
          />
          <TextField
            label={messages.to}
            value={draft.to}
            mistakes={at('to')}
            onChange={(to) => {
              change({ to });
            }}
          />
          {maySeeRecords && (
            <TextField
              label={messages.asOf}
              hint={messages.asOfHint}
              value={draft.asOf}
              mistakes={at('asOf')}
              onChange={(asOf) => {
                change({ asOf });
              }}
            />
          )}
        </div>
        <LinesTable
          lines={draft.lines}
          catalogue={catalogue}
          zones={zones}
          mistakes={sending.mistakes}
          onChange={(lines) => {
            change({ lines });
          }}
        />
        <div className="audit-tools">
          <button
            type="button"
            className="button"
            onClick={() => {
              change({ lines: [...draft.lines, ...emptyLines()] });
            }}
          >
            {messages.addLines}
          </button>
          <output className="soft">{messages.count(figures.length)}</output>
        </div>
      </Form>
    </PageFrame>
  );
}

const cellsOf = (lines: readonly Line[]): string[] =>
  lines.flatMap((_, at) => COLUMNS.map((column) => cellKey(at, column)));

/** A moment in Guangzhou: 2024-12-31 18:00; null where none is given, undefined where it is not understood. */
function momentOf(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, day, hour = '', minute] =
    /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (day === undefined || minute === undefined) return undefined;
  const moment = `${day}T${hour.padStart(2, '0')}:${minute}:00+08:00`;
  return Number.isNaN(Date.parse(moment)) ? undefined : moment;
}

function ImportedFile({
  importId,
  agreementId,
}: {
  readonly importId: string;
  readonly agreementId: string;
}): ReactNode {
  const messages = reportAuditTexts();
  const query = useOperation(ImportToAuditDocument, { id: importId });
  return (
    <Answered query={query}>
      {({ sheetImport }) =>
        sheetImport.form === 'FUJIAN_1' && sheetImport.agreement.id === agreementId ? (
          <p className="done">
            <strong>{messages.file(sheetImport.fileName)}</strong> {messages.fileHint}
          </p>
        ) : (
          <p className="notice">{messages.notFujian1}</p>
        )
      }
    </Answered>
  );
}
