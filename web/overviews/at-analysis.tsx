import { type ReactNode, useEffect } from 'react';
import { useOperation } from '../api/queries';
import { AnalysisChoicesDocument, type AnalysisChoicesQuery } from '../generated/graphql';
import { texts } from '../messages';
import { useAddress } from '../place/at-place';
import { useViewer } from '../session/viewer';
import { Answered, Skeleton } from '../ui/answered';
import { today } from '../ui/days';
import { PeriodPicker } from '../ui/month-picker';
import { Limit } from './limit';
import { type Analysis, analysisOf, boundsOf, firstAnalysis } from './analysis';

export type Choices = AnalysisChoicesQuery;

/** A page about one measure over a period: those of its address, or else the first ones, which are written there. */
export function AtAnalysis({
  children,
}: {
  readonly children: (analysis: Analysis, choices: Choices | undefined) => ReactNode;
}): ReactNode {
  const [address] = useAddress();
  const analysis = analysisOf(address);
  const query = useOperation(AnalysisChoicesDocument, {});
  if (analysis) return children(analysis, query.data);
  return (
    <Answered query={query}>{(choices) => <GoTo analysis={firstAnalysis(choices, today())} />}</Answered>
  );
}

/** Replaces the address, so that going back leaves the page. */
function GoTo({ analysis: { indicator, measure, period } }: { readonly analysis: Analysis }): ReactNode {
  const [, change] = useAddress();
  useEffect(() => {
    change({ indicator, measure, ...period }, { replace: true });
  });
  return <Skeleton />;
}

/** The measure and the period, and what the page may be limited to. */
export function AnalysisTools({
  analysis: { indicator, measure, period },
  choices,
}: {
  readonly analysis: Analysis;
  readonly choices: Choices | undefined;
}): ReactNode {
  const { analysis: messages } = texts();
  const [, change] = useAddress();
  return (
    <>
      <label className="field inline">
        <span className="label">{messages.indicator}</span>
        <select
          className="input"
          value={`${indicator}.${measure}`}
          onChange={(event) => {
            const [code = '', of = ''] = event.target.value.split('.');
            change({ indicator: code, measure: of });
          }}
        >
          {choices?.indicators.map((it) =>
            it.measures.map((of) => (
              <option key={`${it.code}.${of.code}`} value={`${it.code}.${of.code}`}>
                {messages.measure(it.name, of.name, of.unit)}
              </option>
            )),
          )}
        </select>
      </label>
      <PeriodPicker
        period={period}
        bounds={boundsOf(today())}
        onChange={(chosen) => {
          change({ ...chosen });
        }}
      />
    </>
  );
}

/** Of those who see more than one district. */
export function DistrictChoice({
  districts = [],
}: {
  readonly districts: Choices['districts'] | undefined;
}): ReactNode {
  const { organisation } = useViewer();
  if (organisation.district !== null) return null;
  return (
    <Limit
      name="district"
      label={texts().overview.district}
      options={districts.map(({ code, name }) => [code, name])}
    />
  );
}

/** The names of what an analysis is of; empty until the catalogue is known. */
export function namesOf(
  { indicator, measure }: Analysis,
  choices: Choices | undefined,
): { title: string; unit: string } {
  const found = choices?.indicators.find(({ code }) => code === indicator);
  const of = found?.measures.find(({ code }) => code === measure);
  return {
    title: found && of ? texts().overview.weakestOf(found.name, of.name) : '',
    unit: of?.unit ?? '',
  };
}
