import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { CompletionDocument, LastYearDocument, type LastYearQuery } from '../../generated/graphql';
import { texts } from '../../messages';
import type { Place } from '../../place/places';
import { Answered, Skeleton } from '../../ui/answered';
import type { Day } from '../../ui/days';
import { compared, placeOn, yearBefore } from './comparison';
import { ComparedTable } from './compared-table';
import type { CompletionAgreement, ExplainedFigure } from './sheet';

interface LastYearProps {
  readonly agreement: CompletionAgreement;
  readonly onExplain:
    | ((of: Pick<CompletionAgreement, 'id' | 'completion'>) => (figure: ExplainedFigure) => void)
    | undefined;
}

/** The table beside that of the same station a year before, no matter who ran it then. */
export function LastYear(props: LastYearProps): ReactNode {
  const { agreement } = props;
  const query = useOperation(LastYearDocument, { agreement: agreement.id });
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {(data) => {
        const day = yearBefore(agreement.completion.to);
        const place = placeOn(data.agreement?.station.agreements.nodes ?? [], day);
        return place ? (
          <Compared {...props} place={place} day={day} catalogue={data.indicators} />
        ) : (
          <p className="notice">{texts().completion.noLastYear(day)}</p>
        );
      }}
    </Answered>
  );
}

function Compared({
  agreement,
  onExplain,
  place,
  day,
  catalogue,
}: LastYearProps & {
  readonly place: Place;
  readonly day: Day;
  readonly catalogue: LastYearQuery['indicators'];
}): ReactNode {
  const query = useOperation(CompletionDocument, { ...place, to: day }, { keep: true });
  return (
    <Answered query={query} skeleton={<Skeleton lines={25} />}>
      {({ agreement: earlier }) =>
        earlier && (
          <ComparedTable
            caption={agreement.station.name}
            now={agreement}
            before={earlier}
            lines={compared(catalogue, agreement.completion.rows, earlier.completion.rows)}
            onExplain={onExplain}
          />
        )
      }
    </Answered>
  );
}
