import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import {
  type AgreementDetailFragment,
  AgreementTargetsDocument,
  type TargetLineFragment,
} from '../../generated/graphql';
import { texts } from '../../messages';
import { parseDay } from '../../ui/days';
import { type Draft, keyOfTarget } from './draft';
import { NewTarget } from './new-target';
import { Field, type Mistake, mistakesAt, TextField } from '../../forms/field';

/** The targets that an amendment changes, chosen among those in force on its day. */
export function TargetLines({
  agreement,
  draft: { effectiveOn, targets },
  mistakes,
  onChange,
}: {
  readonly agreement: AgreementDetailFragment;
  readonly draft: Draft;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (changes: Partial<Draft>) => void;
}): ReactNode {
  const { agreements: messages, forms } = texts();
  const on = parseDay(effectiveOn) ?? null;
  const query = useOperation(AgreementTargetsDocument, { agreement: agreement.id, on }, { keep: true });
  const known = query.data?.agreement?.targets ?? [];
  const change = (at: number, changes: Partial<Draft['targets'][number]>): void => {
    onChange({ targets: targets.map((line, index) => (index === at ? { ...line, ...changes } : line)) });
  };
  return (
    <fieldset className="target-lines">
      <legend>{messages.formTargets}</legend>
      {targets.map((line, at) => {
        const chosen = known.find((it) => keyOfTarget(it) === line.target);
        const path = `targets.${at}`;
        const atValue = mistakesAt(mistakes, `${path}.value`);
        const atTarget = mistakesAt(mistakes, path).filter((it) => !atValue.includes(it));
        return (
          <div key={at} className="target-line">
            {line.isNew === true ? (
              <NewTarget
                agreement={agreement}
                target={line.target}
                mistakes={atTarget}
                onChange={(target) => {
                  change(at, { target });
                }}
              />
            ) : (
              <Field label={messages.target} mistakes={atTarget}>
                {(attributes) => (
                  <select
                    {...attributes}
                    className="input"
                    value={line.target}
                    onChange={(event) => {
                      change(at, { target: event.target.value });
                    }}
                  >
                    <option value="">{forms.choose}</option>
                    {known.map((it) => (
                      <option key={keyOfTarget(it)} value={keyOfTarget(it)}>
                        {nameOf(it, messages.wholeStation)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <TextField
              label={messages.newValue}
              hint={chosen && messages.now(chosen.value)}
              mistakes={atValue}
              value={line.value}
              onChange={(value) => {
                change(at, { value });
              }}
            />
            <button
              type="button"
              className="button"
              aria-label={messages.removeTarget(
                chosen ? nameOf(chosen, messages.wholeStation) : String(at + 1),
              )}
              onClick={() => {
                onChange({ targets: targets.filter((_, index) => index !== at) });
              }}
            >
              {messages.remove}
            </button>
          </div>
        );
      })}
      <div className="line-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            onChange({ targets: [...targets, { target: '', value: '' }] });
          }}
        >
          {messages.addTarget}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onChange({ targets: [...targets, { target: '', value: '', isNew: true }] });
          }}
        >
          {messages.addNewTarget}
        </button>
      </div>
    </fieldset>
  );
}

function nameOf({ term, zone, project, indicator, measure }: TargetLineFragment, whole: string): string {
  const place = zone?.name ?? project?.name ?? whole;
  return [
    term.name,
    place,
    `${indicator.name} ${texts().completion.measure(measure.name, measure.unit)}`,
  ].join(' / ');
}
