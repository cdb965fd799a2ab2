import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/ask';
import { ReasonDialog } from '../../forms/reason-dialog';
import { type ImportPart, type ImportPreviewFragment, UndoImportDocument } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { addressOf } from '../../place/places';
import { momentText } from '../../ui/moments';
import { ChangeTable } from './change-list';
import { countText } from './recognised';

/** Where what was written is to be seen. */
const PAGE_OF = {
  TARGETS: '/console/targets',
  SERVICE_RECORDS: '/console/records',
  STAFF: '/console/roster',
} as const;

const isShown = (part: ImportPart): part is keyof typeof PAGE_OF => part in PAGE_OF;

/** 回执: what was written, by whom, and what became of it; with the way to take it back. */
export function Receipt({
  sheetImport: { id, agreement, state, parts },
  receipt,
  term,
}: {
  readonly sheetImport: ImportPreviewFragment;
  readonly receipt: NonNullable<ImportPreviewFragment['receipt']>;
  readonly term: string;
}): ReactNode {
  const { receipt: messages } = importTexts();
  const [isUndoing, setUndoing] = useState(false);
  const { written, skipped, undoneAt } = receipt;
  const mayUndo =
    state === 'APPLIED' && parts.every(({ part, mayApply }) => mayApply || !receipt.parts.includes(part));
  return (
    <section className="section receipt">
      <h2>{messages.title}</h2>
      <p className={undoneAt === null ? 'wrote done' : 'wrote'}>
        <b>
          {skipped > 0
            ? messages.writtenAndSkipped(countText(written), countText(skipped))
            : messages.written(countText(written))}
        </b>
        <span className="soft">{messages.by(receipt.appliedBy, momentText(receipt.appliedAt))}</span>
      </p>
      {undoneAt !== null && (
        <p className="notice">
          <b>{messages.undone(receipt.undoneBy ?? '', momentText(undoneAt))}</b>{' '}
          {messages.because(receipt.undoReason ?? '')}
        </p>
      )}
      {receipt.kept.length > 0 && (
        <>
          <p className="problem">{messages.kept(receipt.kept.length)}</p>
          <ChangeTable changes={receipt.kept} />
        </>
      )}
      <div className="import-actions screen-only">
        {receipt.parts.filter(isShown).map((part) => (
          <See key={part} part={part} agreement={agreement} term={term} />
        ))}
        {mayUndo && (
          <button
            type="button"
            className="button danger"
            onClick={() => {
              setUndoing(true);
            }}
          >
            {messages.undo}
          </button>
        )}
      </div>
      {isUndoing && (
        <ReasonDialog
          title={messages.undo}
          hint={messages.undoHint}
          isDangerous
          take={async (reason) =>
            (await ask(UndoImportDocument, { importId: id, reason })).undoImport.userErrors
          }
          onClose={() => {
            setUndoing(false);
          }}
        />
      )}
    </section>
  );
}

function See({
  part,
  agreement: { id, state },
  term,
}: {
  readonly part: keyof typeof PAGE_OF;
  readonly agreement: ImportPreviewFragment['agreement'];
  readonly term: string;
}): ReactNode {
  const { receipt: messages } = importTexts();
  const isAmendment = part === 'TARGETS' && state === 'CONFIRMED';
  const address = isAmendment
    ? `/console/agreements?${new URLSearchParams({ agreement: id }).toString()}`
    : addressOf(PAGE_OF[part], { agreement: id, term });
  return (
    <Link className="button" href={address}>
      {isAmendment ? messages.seeAmendment : messages.see[part]}
    </Link>
  );
}
