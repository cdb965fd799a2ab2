import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { queries, useOperation } from '../../api/queries';
import {
  ImportIndicatorsDocument,
  type ImportNameKind,
  type ImportPreviewFragment,
  MatchImportNamesDocument,
} from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { useAddress } from '../../place/at-place';
import { Failure } from '../../ui/answered';
import { TableFrame } from '../../ui/table-frame';
import { UserErrors } from '../../ui/user-errors';

type Name = ImportPreviewFragment['names'][number];
interface Option {
  readonly id: string;
  readonly name: string;
}
type Options = Readonly<Record<ImportNameKind, readonly Option[]>>;

const keyOf = ({ kind, text }: Pick<Name, 'kind' | 'text'>): string => `${kind} ${text}`;
/** The cells of a name, when there are many. */
const CELLS_SHOWN = 3;

/** 名称: what the names in the file stand for; those without a match are chosen by hand, and remembered. */
export function NameList({
  sheetImport,
  mayMatch,
}: {
  readonly sheetImport: ImportPreviewFragment;
  readonly mayMatch: boolean;
}): ReactNode {
  const { names: messages } = importTexts();
  const { id, names, agreement } = sheetImport;
  const [, change] = useAddress();
  const open = names.filter((name) => name.matchedId === null || name.isChosen);
  const matched = names.filter((name) => name.matchedId !== null && !name.isChosen);
  const hasIndicators = mayMatch && open.some(({ kind }) => kind === 'INDICATOR');
  const indicators = useOperation(ImportIndicatorsDocument, {}, { enabled: hasIndicators });
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const save = useMutation({
    mutationFn: async (changed: readonly Name[]) => {
      const answer = await ask(MatchImportNamesDocument, {
        input: {
          importId: id,
          names: changed.map((name) => ({
            kind: name.kind,
            text: name.text,
            id: chosen[keyOf(name)] === '' ? null : (chosen[keyOf(name)] ?? null),
          })),
        },
      });
      return answer.matchImportNames.userErrors;
    },
    onSuccess: async (broken) => {
      // What was matched stays in sight, although another list may be the first to look at now.
      change({ tab: 'names' }, { replace: true });
      await queries.invalidateQueries();
      if (broken.length === 0) setChosen({});
    },
  });
  const options: Options = {
    ZONE: agreement.zones,
    POINT: agreement.points,
    PROJECT: agreement.projects,
    INDICATOR: (indicators.data?.indicators ?? []).map(({ code, name }) => ({ id: code, name })),
  };
  const changed = open.filter(
    (name) => (chosen[keyOf(name)] ?? name.matchedId ?? '') !== (name.matchedId ?? ''),
  );
  return (
    <>
      <p className="soft severities">
        {names.some((name) => name.matchedId === null) ? messages.hint : messages.all}
      </p>
      {open.length > 0 && (
        <NameTable
          names={open}
          taken={(name) =>
            mayMatch ? (
              <select
                className="input"
                aria-label={messages.takenFor(messages.kinds[name.kind], name.text)}
                value={chosen[keyOf(name)] ?? name.matchedId ?? ''}
                onChange={({ target: { value } }) => {
                  setChosen((before) => ({ ...before, [keyOf(name)]: value }));
                }}
              >
                <option value="">{messages.none}</option>
                {options[name.kind].map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.name}
                  </option>
                ))}
              </select>
            ) : (
              (name.name ?? messages.none)
            )
          }
        />
      )}
      {mayMatch && open.length > 0 && (
        <div className="names-save screen-only">
          <button
            type="button"
            className="button primary"
            disabled={changed.length === 0 || save.isPending}
            onClick={() => {
              save.mutate(changed);
            }}
          >
            {messages.save(changed.length)}
          </button>
        </div>
      )}
      <UserErrors errors={save.data} />
      {save.error && <Failure error={save.error} />}
      {matched.length > 0 && (
        <details className="matched">
          <summary>{messages.matched(matched.length)}</summary>
          <NameTable names={matched} taken={({ name }) => name} />
        </details>
      )}
    </>
  );
}

function NameTable({
  names,
  taken,
}: {
  readonly names: readonly Name[];
  readonly taken: (name: Name) => ReactNode;
}): ReactNode {
  const { names: messages, tabs } = importTexts();
  return (
    <TableFrame label={tabs.names}>
      <table className="table cards-when-narrow name-table">
        <thead>
          <tr>
            <th scope="col">{messages.text}</th>
            <th scope="col">{messages.kind}</th>
            <th scope="col">{messages.cells}</th>
            <th scope="col">{messages.taken}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={keyOf(name)}>
              <th scope="row">{name.text}</th>
              <td className="text" data-label={messages.kind}>
                {messages.kinds[name.kind]}
              </td>
              <td className="text wrap" data-label={messages.cells}>
                {cellsText(name.cells)}
              </td>
              <td className="text" data-label={messages.taken}>
                {taken(name)} {name.isChosen && <span className="soft">{messages.chosen}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function cellsText(cells: readonly string[]): string {
  const { names: messages } = importTexts();
  const shown = cells.slice(0, CELLS_SHOWN).join('、');
  return cells.length > CELLS_SHOWN ? messages.more(shown) : shown;
}
