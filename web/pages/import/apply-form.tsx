import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { ask } from '../../api/ask';
import { queries } from '../../api/queries';
import { ApplyImportDocument, type ImportPart, type ImportPreviewFragment } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { useMay } from '../../session/viewer';
import { Failure } from '../../ui/answered';
import { UserErrors } from '../../ui/user-errors';
import { countText, isWritten, linesOf, partsAtFirst } from './recognised';

/** Chooses what of a file is written, and writes exactly what its button says. */
export function ApplyForm({ sheetImport }: { readonly sheetImport: ImportPreviewFragment }): ReactNode {
  const { apply: messages, rows } = importTexts();
  const { id, digest, form, parts, counts } = sheetImport;
  const unit = rows[form];
  const [left, setLeft] = useState<readonly ImportPart[]>([]);
  const [isSkipping, setSkipping] = useState(false);
  const heading = useId();
  const why = useId();
  const step = useMutation({
    mutationFn: async () => {
      const input = { importId: id, digest, parts: [...chosen], skipFaultyRows: isSkipping };
      return (await ask(ApplyImportDocument, { input })).applyImport.userErrors;
    },
    onSuccess: async () => queries.invalidateQueries(),
  });
  const chosen = partsAtFirst(sheetImport).filter((part) => !left.includes(part));
  const lines = linesOf(sheetImport, chosen);
  const { faulty } = counts;
  const blocked = useBlocked(sheetImport, lines, isSkipping);
  const broken = step.data ?? [];
  const isStale = broken.some(({ code }) => code === 'STALE_PREVIEW');
  if (!useMay('import.upload')) return null;
  return (
    <section className="section apply screen-only" aria-labelledby={heading}>
      <h2 id={heading}>{messages.title}</h2>
      <div className="apply-choices">
        {parts.map(({ part, changes, mayApply }) => (
          <Part
            key={part}
            part={part}
            changes={changes}
            mayApply={mayApply}
            isChosen={chosen.includes(part)}
            onChange={(isChosen) => {
              setLeft(isChosen ? left.filter((it) => it !== part) : [...left, part]);
            }}
          />
        ))}
        {faulty > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={isSkipping}
              onChange={({ target }) => {
                setSkipping(target.checked);
              }}
            />
            {messages.skip(countText(faulty), unit)}
          </label>
        )}
      </div>
      <div className="apply-step">
        <button
          type="button"
          className="button primary"
          disabled={blocked !== undefined || step.isPending}
          aria-describedby={why}
          onClick={() => {
            step.mutate();
          }}
        >
          {faulty > 0
            ? messages.writeAndSkip(countText(lines), countText(faulty))
            : messages.write(countText(lines))}
        </button>
        <output id={why} className="soft">
          {step.isPending ? messages.busy : blocked}
        </output>
      </div>
      {chosen.includes('TARGETS') && sheetImport.agreement.state === 'CONFIRMED' && (
        <p className="soft">{importTexts().amends}</p>
      )}
      {isStale && (
        <p className="notice" role="alert">
          {messages.stale}
        </p>
      )}
      {!isStale && <UserErrors errors={broken} />}
      {step.error && <Failure error={step.error} />}
    </section>
  );
}

/** Why nothing can be written as it is; undefined where it can. */
function useBlocked(
  { form, parts, counts: { faulty } }: ImportPreviewFragment,
  lines: number,
  isSkipping: boolean,
): string | undefined {
  const { apply: messages, rows } = importTexts();
  if (parts.every(({ part, changes }) => changes === 0 || !isWritten(part))) return messages.nothing;
  if (faulty > 0 && !isSkipping) return messages.faulty(countText(faulty), rows[form]);
  return lines === 0 ? messages.none : undefined;
}

function Part({
  part,
  changes,
  mayApply,
  isChosen,
  onChange,
}: ImportPreviewFragment['parts'][number] & {
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}): ReactNode {
  const messages = importTexts();
  if (!isWritten(part)) return <p className="soft">{messages.published}</p>;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!mayApply || changes === 0}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
      <span>
        {messages.partLines(messages.parts[part], countText(changes))}
        {!mayApply && <small className="soft">（{messages.partForbidden}）</small>}
      </span>
    </label>
  );
}
