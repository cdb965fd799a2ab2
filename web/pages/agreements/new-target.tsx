import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { Choice } from '../../forms/choice';
import type { Mistake } from '../../forms/field';
import { type AgreementDetailFragment, IndicatorsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { type NamedTarget, partsOfTarget, targetOf } from './draft';

/** A target that the agreement does not have yet: its term, its place, and what is counted. */
export function NewTarget({
  agreement: { terms, zones, projects },
  target,
  mistakes,
  onChange,
}: {
  readonly agreement: AgreementDetailFragment;
  readonly target: string;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (target: string) => void;
}): ReactNode {
  const { agreements: messages, completion } = texts();
  const indicators = useOperation(IndicatorsDocument, {}).data?.indicators ?? [];
  const named = partsOfTarget(target);
  const change = (changes: Partial<NamedTarget>): void => {
    onChange(targetOf({ ...named, ...changes }));
  };
  const places = [
    ['station', messages.wholeStation] as const,
    ...zones.map(({ id, name }) => [`zone ${id}`, name] as const),
    ...projects.map(({ id, name }) => [`project ${id}`, name] as const),
  ];
  return (
    <div className="fields">
      <Choice
        label={messages.term}
        mistakes={mistakes}
        value={named.termId}
        options={terms.map(({ id, name }) => [id, name] as const)}
        onChange={(termId) => {
          change({ termId });
        }}
      />
      <Choice
        label={messages.where}
        mistakes={[]}
        value={
          named.zoneId ? `zone ${named.zoneId}` : named.projectId ? `project ${named.projectId}` : 'station'
        }
        options={places}
        onChange={(place) => {
          const [kind, id = ''] = place.split(' ');
          change({ zoneId: kind === 'zone' ? id : '', projectId: kind === 'project' ? id : '' });
        }}
      />
      <Choice
        label={messages.measure}
        mistakes={[]}
        value={named.measure && `${named.indicator} ${named.measure}`}
        options={indicators.flatMap((indicator) =>
          indicator.measures.map(
            ({ code, name, unit }) =>
              [`${indicator.code} ${code}`, `${indicator.name} ${completion.measure(name, unit)}`] as const,
          ),
        )}
        onChange={(counted) => {
          const [indicator = '', measure = ''] = counted.split(' ');
          change({ indicator, measure });
        }}
      />
    </div>
  );
}
