import type { ReactNode } from 'react';
import { Choice } from '../../forms/choice';
import { type Mistake, mistakesAt, TextField } from '../../forms/field';
import type { AgreementDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { newLine, type PartLine, PARTS, pathOfLine, PROJECT_WORDS } from './part-draft';

interface Props {
  readonly agreement: AgreementDetailFragment;
  readonly lines: readonly PartLine[];
  readonly mistakes: readonly Mistake[];
  readonly onChange: (lines: readonly PartLine[]) => void;
}

/** The terms, zones, points and projects that an amendment adds, renames, moves or closes. */
export function PartLines({ agreement, lines, mistakes, onChange }: Props): ReactNode {
  const { agreements: messages } = texts();
  return (
    <fieldset className="target-lines">
      <legend>{messages.formParts}</legend>
      {lines.map((line, at) => {
        const path = pathOfLine(lines, at).join('.');
        const known = agreement[line.part].find(({ id }) => id === line.id);
        const title = known
          ? messages.changeOf(messages.partNames[line.part], known.name)
          : messages.newPart[line.part];
        return (
          <fieldset key={at} aria-label={title} className="part-line">
            <b>{title}</b>
            <button
              type="button"
              className="button"
              aria-label={messages.removeTarget(title)}
              onClick={() => {
                onChange(lines.filter((_, index) => index !== at));
              }}
            >
              {messages.remove}
            </button>
            <PartFields
              agreement={agreement}
              line={line}
              path={path}
              mistakes={mistakes}
              onChange={(changes) => {
                onChange(lines.map((it, index) => (index === at ? { ...it, ...changes } : it)));
              }}
            />
          </fieldset>
        );
      })}
      <label className="field inline">
        <span className="label">{messages.addPart}</span>
        <select
          className="input"
          value=""
          onChange={({ target: { value } }) => {
            const [part, id = ''] = value.split(' ');
            const chosen = PARTS.find((it) => it === part);
            if (chosen) onChange([...lines, newLine(chosen, id)]);
          }}
        >
          <option value="">{texts().forms.choose}</option>
          {PARTS.map((part) => (
            <optgroup key={part} label={messages.partNames[part]}>
              {agreement[part]
                .filter(({ id }) => !lines.some((line) => line.id === id))
                .map(({ id, name }) => (
                  <option key={id} value={`${part} ${id}`}>
                    {name}
                  </option>
                ))}
              <option value={part}>{messages.newPart[part]}</option>
            </optgroup>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

function PartFields({
  agreement: { zones },
  line,
  path,
  mistakes,
  onChange,
}: {
  readonly agreement: AgreementDetailFragment;
  readonly line: PartLine;
  readonly path: string;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<PartLine>) => void;
}): ReactNode {
  const { agreements: messages, forms } = texts();
  const isNew = line.id === '';
  const at = (field: string): readonly Mistake[] => mistakesAt(mistakes, `${path}.${field}`);
  const text = (field: 'name' | 'startsOn' | 'endsOn', label: string, hint?: string): ReactNode => (
    <TextField
      label={label}
      hint={hint}
      mistakes={at(field)}
      value={line[field]}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  const elsewhere = mistakesAt(mistakes, path).filter(
    (it) => !['name', 'startsOn', 'endsOn', 'zoneId', 'kind', 'domain'].includes(it.path[2] ?? ''),
  );
  return (
    <div className="fields">
      {elsewhere.map(({ message }) => (
        <p key={message} className="problem" role="alert">
          {message}
        </p>
      ))}
      {text('name', isNew ? messages.aspects.name : messages.newNameOf)}
      {line.part === 'terms' && (
        <>
          {text('startsOn', messages.firstDay, forms.dayHint)}
          {text('endsOn', messages.fields.endsOn, forms.dayHint)}
        </>
      )}
      {line.part === 'points' && zones.length > 0 && (
        <Choice
          label={messages.aspects.zone}
          mistakes={at('zoneId')}
          value={line.zoneId}
          options={zones.map(({ id, name }) => [id, name] as const)}
          onChange={(zoneId) => {
            onChange({ zoneId });
          }}
        />
      )}
      {line.part === 'projects' && isNew && (
        <Choice
          label={messages.projectKind}
          mistakes={[...at('kind'), ...at('domain')]}
          value={line.word}
          options={PROJECT_WORDS.map((word) => [word, messages.projectWords[word]] as const)}
          onChange={(word) => {
            onChange({ word });
          }}
        />
      )}
      {line.part !== 'terms' && !isNew && (
        <label className="check">
          <input
            type="checkbox"
            checked={line.close}
            onChange={(event) => {
              onChange({ close: event.target.checked });
            }}
          />
          {messages.closePart}
        </label>
      )}
    </div>
  );
}
