import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import { type Mistake, mistakesAt, useFirstMistake } from '../../forms/field';
import { useDraft } from '../../forms/use-draft';
import {
  CatalogueDocument,
  SetTargetsDocument,
  type TargetsOfAgreementFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { Answered, Failure, Skeleton } from '../../ui/answered';
import { parseTsv } from '../../ui/tsv';
import { useIsNarrow } from '../../ui/use-is-narrow';
import { UserErrors } from '../../ui/user-errors';
import { atCells, changesOf, pasted, type Typed } from './draft';
import { cellKey, type TargetGrid, wholeGrid } from './grid';
import { TargetsList } from './targets-list';
import { siteName, TargetsTable } from './targets-table';

interface TargetsFormProps {
  readonly agreement: TargetsOfAgreementFragment;
  readonly termId: string;
  readonly caption: string;
}

/** The targets of one's own proposal, to be set. */
export function TargetsForm(props: TargetsFormProps): ReactNode {
  const query = useOperation(CatalogueDocument, {});
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ indicators }) => <Fields {...props} grid={wholeGrid(props.agreement, indicators)} />}
    </Answered>
  );
}

function Fields({
  agreement: { id: agreementId },
  termId,
  caption,
  grid,
}: TargetsFormProps & { readonly grid: TargetGrid }): ReactNode {
  const { targets: messages, forms } = texts();
  const [{ typed }, change, forget] = useDraft<{ readonly typed: Typed }>(`targets:${termId}`, { typed: {} });
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const form = useFirstMistake(mistakes);
  const type = (cells: Typed): void => {
    change({ typed: { ...typed, ...cells } });
  };
  const changes = changesOf(grid, typed, termId);
  // Set twice they are the same: no key is needed.
  const set = useMutation({
    mutationFn: async ({ targets, cells }: typeof changes) => {
      const { setTargets } = await ask(SetTargetsDocument, { input: { agreementId, targets: [...targets] } });
      return atCells(setTargets.userErrors, cells);
    },
    onSuccess: async (refusals) => {
      setMistakes(refusals);
      if (refusals.length > 0) return;
      await queries.invalidateQueries();
      forget();
    },
  });
  const save = (): void => {
    setMistakes(changes.mistakes);
    if (changes.mistakes.length === 0 && changes.targets.length > 0) set.mutate(changes);
  };
  const wrongSite = grid.sites.findIndex((site) =>
    grid.lines.some((line) => mistakesAt(mistakes, cellKey(line, site)).length > 0),
  );
  const table = {
    caption,
    grid,
    hasTotal: false,
    cell: (line: number, site: number) => (
      <CellInput {...{ grid, line, site, typed, mistakes }} onType={type} />
    ),
  };
  const known = new Set(grid.lines.flatMap((line) => grid.sites.map((site) => cellKey(line, site))));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="targets-bar screen-only">
        <p className="soft">
          {messages.formHint} {forms.kept}
        </p>
        <output className="soft">
          {set.isSuccess && mistakes.length === 0 && changes.targets.length === 0
            ? messages.saved
            : messages.changed(changes.targets.length)}
        </output>
        <button type="button" className="button" onClick={forget} disabled={Object.keys(typed).length === 0}>
          {forms.discard}
        </button>
        <button
          type="submit"
          className="button primary"
          disabled={set.isPending || changes.targets.length === 0}
        >
          {messages.save}
        </button>
      </div>
      <UserErrors errors={mistakes.filter(({ path }) => !known.has(path[0] ?? ''))} />
      {set.error && <Failure error={set.error} />}
      {useIsNarrow() ? (
        // It turns to the place of the first mistake.
        <TargetsList key={wrongSite} {...table} from={Math.max(0, wrongSite)} />
      ) : (
        <TargetsTable {...table} />
      )}
    </form>
  );
}

function CellInput({
  grid,
  line,
  site,
  typed,
  mistakes,
  onType,
}: {
  readonly grid: TargetGrid;
  readonly line: number;
  readonly site: number;
  readonly typed: Typed;
  readonly mistakes: readonly Mistake[];
  readonly onType: (cells: Typed) => void;
}): ReactNode {
  const [of, at] = [grid.lines[line], grid.sites[site]];
  if (!of || !at) return null;
  const key = cellKey(of, at);
  const wrong = mistakesAt(mistakes, key).map(({ message }) => message);
  const about = wrong.length > 0 ? `wrong ${key}`.replace(/ /g, '-') : undefined;
  return (
    <>
      <input
        className="cell-input number"
        inputMode="decimal"
        data-line={line}
        data-site={site}
        aria-label={`${of.indicator.name} ${texts().completion.measureName(of.measure.name)} ${siteName(at)}`}
        aria-invalid={wrong.length > 0}
        aria-describedby={about}
        value={typed[key] ?? of.cells[site]?.value ?? ''}
        onChange={({ target: { value } }) => {
          onType({ [key]: value });
        }}
        onKeyDown={goDown}
        onPaste={(event: ClipboardEvent) => {
          const rows = parseTsv(event.clipboardData.getData('text/plain'));
          if (rows.length === 1 && rows[0]?.length === 1) return;
          event.preventDefault();
          onType(pasted(grid, { line, site }, rows));
        }}
      />
      {about !== undefined && (
        <span id={about} className="wrong" role="alert">
          {wrong.join(' ')}
        </span>
      )}
    </>
  );
}

/** Enter leads to the cell below, as in a spreadsheet, and sends nothing. */
function goDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { line, site } = event.currentTarget.dataset;
  event.currentTarget.form
    ?.querySelector<HTMLInputElement>(
      `[data-line="${String(Number(line) + (event.shiftKey ? -1 : 1))}"][data-site="${site ?? ''}"]`,
    )
    ?.focus();
}
