import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SheetForm } from '../generated/graphql';
import { texts } from '../messages';
import { useViewer } from '../session/viewer';
import { csvFile, type CsvWanted } from '../ui/csv-button';
import { Menu } from '../ui/menu';
import { type FileWanted, useDownload } from '../ui/use-download';

/** Their addresses, as docs/sheets.md has them, and what a file of the form changes in the end. */
const FORMS: Readonly<
  Record<SheetForm, { readonly filled: string; readonly template: string; readonly changes: string }>
> = {
  FUJIAN_1: {
    filled: '/export/fujian-1.xlsx',
    template: '/template/fujian-1.xlsx',
    changes: 'target.set',
  },
  FUJIAN_2: {
    filled: '/export/fujian-2.xlsx',
    template: '/template/fujian-2.xlsx',
    changes: 'staff.manage',
  },
  SERVICE_LOG: {
    filled: '/export/service-records.xlsx',
    template: '/template/service-log.xlsx',
    changes: 'serviceRecord.record',
  },
};

/** Whether a member may bring a file of a form. */
export function mayBring(form: SheetForm, may: readonly string[]): boolean {
  return may.includes('import.upload') && may.includes(FORMS[form].changes);
}

/** The empty form, as a file. */
export function templateOf(
  form: SheetForm,
  agreement: { readonly id: string; readonly station: { readonly name: string } },
  term: string,
): FileWanted {
  const { sheets } = texts().common;
  const isOfTerm = form === 'FUJIAN_1';
  return {
    path: FORMS[form].template,
    parameters: { agreement: agreement.id, ...(isOfTerm && { term }) },
    fileName: `${sheets.templateName(agreement.station.name, sheets.names[form])}.xlsx`,
  };
}

/** An official form as an Excel file: as it is, empty, and the way back in. */
export function FormFiles({
  form,
  agreement,
  term,
  filled,
  csv,
}: {
  readonly form: SheetForm;
  readonly agreement: { readonly id: string; readonly station: { readonly name: string } };
  readonly term: string;
  /** What the export is limited to, and under which name it is saved, without an ending. */
  readonly filled: { readonly parameters: Readonly<Record<string, string>>; readonly fileName: string };
  /** The same figures as a plain table. */
  readonly csv?: CsvWanted;
}): ReactNode {
  const { common } = texts();
  const { sheets } = common;
  const { may } = useViewer();
  const { isPending, start, state } = useDownload();
  const name = sheets.names[form];
  const files: readonly (readonly [text: string, file: FileWanted])[] = [
    [
      sheets.filled(name),
      {
        path: FORMS[form].filled,
        parameters: { agreement: agreement.id, ...filled.parameters },
        fileName: `${filled.fileName}.xlsx`,
      },
    ],
    [sheets.template, templateOf(form, agreement, term)],
    ...(csv ? [[common.csv, csvFile(csv)] as const] : []),
  ];
  return (
    <>
      <Menu label={sheets.menu(name)}>
        {files.map(([text, file]) => (
          <button
            key={file.path}
            type="button"
            className="button quiet"
            disabled={isPending}
            onClick={() => {
              start(file);
            }}
          >
            {text}
          </button>
        ))}
        {mayBring(form, may) && (
          <Link
            className="button quiet"
            href={`/console/import?${new URLSearchParams({ agreement: agreement.id, term }).toString()}`}
          >
            {sheets.bring(name)}
          </Link>
        )}
      </Menu>
      {state}
    </>
  );
}
