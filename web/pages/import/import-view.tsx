import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ImportPreviewFragment } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { useAddress } from '../../place/at-place';
import { addressOf } from '../../place/places';
import { useMay } from '../../session/viewer';
import { momentText } from '../../ui/moments';
import { Tabs } from '../../ui/tabs';
import { useDownload } from '../../ui/use-download';
import { ApplyForm } from './apply-form';
import { ChangeList } from './change-list';
import { FaultList, IgnoredList } from './fault-list';
import { NameList } from './name-list';
import { Receipt } from './receipt';
import { countText, linesOf, recognisedText } from './recognised';

interface Shown {
  readonly sheetImport: ImportPreviewFragment;
  readonly term: string;
}

/** One file: what it was recognised as, what it would write or has written, and what is wrong with it. */
export function ImportView({ sheetImport, term }: Shown): ReactNode {
  const messages = importTexts();
  const { state, receipt } = sheetImport;
  const outcome = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // The button that was pressed is gone: who cannot see it at once is led to what has come of it.
    if (before.current !== state) outcome.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <>
      <Summary sheetImport={sheetImport} term={term} />
      <div ref={outcome} tabIndex={-1} className="outcome">
        {state === 'EXPIRED' && <p className="section notice">{messages.expired}</p>}
        {state === 'REFUSED' && <Refused sheetImport={sheetImport} />}
        {receipt && <Receipt sheetImport={sheetImport} receipt={receipt} term={term} />}
        {state === 'READY' && <ApplyForm sheetImport={sheetImport} />}
      </div>
      {state !== 'EXPIRED' && <Read sheetImport={sheetImport} />}
    </>
  );
}

/** Nothing can be written: all of it is faulty, or there already. */
function Refused({ sheetImport: { counts } }: { readonly sheetImport: ImportPreviewFragment }): ReactNode {
  const messages = importTexts();
  return counts.faulty > 0 ? (
    <p className="section problem">{messages.refused}</p>
  ) : (
    <p className="section done">{messages.noChanges}</p>
  );
}

function Summary({ sheetImport, term }: Shown): ReactNode {
  const messages = importTexts();
  const { fileName, state, counts, receipt, uploadedAt, uploadedBy, expiresAt } = sheetImport;
  const { ready, unchanged, ignored, faulty } = counts;
  return (
    <section className="section import-summary">
      <h2>
        {fileName} <span className={`badge ${state}`}>{messages.states[state]}</span>
      </h2>
      <p>
        {messages.recognised} <b>{recognisedText(sheetImport, messages)}</b>
      </p>
      {receipt === null && (
        <p>
          {messages.counts(countText(ready), countText(unchanged), countText(ignored), countText(faulty))}
        </p>
      )}
      <p className="soft">
        {messages.uploaded(uploadedBy, momentText(uploadedAt), momentText(expiresAt).slice(0, 10))}
      </p>
      {state !== 'EXPIRED' && <Actions sheetImport={sheetImport} term={term} />}
    </section>
  );
}

/** People mend a file in their spreadsheet, and not in a browser: the file with its faults comes first. */
function Actions({ sheetImport, term }: Shown): ReactNode {
  const messages = importTexts();
  const { id, form, agreement, fileName, errors, warnings } = sheetImport;
  const { isPending, start, state } = useDownload();
  const hasFaults = errors.totalCount + warnings.totalCount > 0;
  return (
    <div className="import-actions screen-only">
      {hasFaults && (
        <>
          <button
            type="button"
            className="button"
            disabled={isPending}
            onClick={() => {
              start({
                path: `/imports/${id}/annotated.xlsx`,
                fileName: `${messages.annotatedName(fileName.replace(/\.[^.]+$/, ''))}.xlsx`,
              });
            }}
          >
            {messages.annotated}
          </button>
          <span className="soft">{messages.annotatedHint}</span>
        </>
      )}
      {form === 'FUJIAN_1' && (
        <Link
          className="button"
          href={addressOf('/console/report-audit', { agreement: agreement.id, term }, { import: id })}
        >
          {messages.audit}
        </Link>
      )}
      {state}
    </div>
  );
}

const TABS = ['faults', 'names', 'changes', 'ignored'] as const;
type TabName = (typeof TABS)[number];

/** What was read, list by list. */
function Read({ sheetImport }: { readonly sheetImport: ImportPreviewFragment }): ReactNode {
  const messages = importTexts();
  const mayMatch = useMay('import.upload');
  const [address, change] = useAddress();
  const { state, names, parts, receipt, errors, warnings, notes } = sheetImport;
  const isReady = state === 'READY';
  const unmatched = names.filter(({ matchedId }) => matchedId === null).length;
  const faults = errors.totalCount + warnings.totalCount;
  const counts: Readonly<Record<TabName, number>> = {
    faults,
    names: unmatched,
    changes: linesOf(
      sheetImport,
      parts.map(({ part }) => part),
    ),
    ignored: notes.totalCount,
  };
  const offered = TABS.filter(
    (tab) =>
      tab === 'faults' ||
      (tab === 'names' && names.length > 0) ||
      (tab === 'changes' && (isReady || receipt !== null)) ||
      (tab === 'ignored' && notes.totalCount > 0),
  );
  const first = unmatched > 0 ? 'names' : faults > 0 || !isReady ? 'faults' : 'changes';
  const chosen = offered.find((tab) => tab === address.get('tab')) ?? first;
  return (
    <Tabs
      label={messages.tabs.label}
      tabs={offered.map((name) => ({
        name,
        text: messages.tabCount(messages.tabs[name], countText(counts[name])),
      }))}
      chosen={chosen}
      onChoose={(tab) => {
        change({ tab }, { replace: true });
      }}
    >
      {chosen === 'faults' && <FaultList sheetImport={sheetImport} />}
      {chosen === 'names' && <NameList sheetImport={sheetImport} mayMatch={mayMatch && receipt === null} />}
      {chosen === 'changes' && <ChangeList id={sheetImport.id} />}
      {chosen === 'ignored' && <IgnoredList id={sheetImport.id} />}
    </Tabs>
  );
}
