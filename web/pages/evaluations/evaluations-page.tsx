import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { type EvaluationDetailFragment, EvaluationsDocument } from '../../generated/graphql';
import { evaluationTexts } from '../../messages/evaluations';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Empty } from '../../ui/answered';
import { PrintButton } from '../../ui/print-button';
import { EvaluationView } from './evaluation-view';
import { TreeForm } from './tree-form';
import './evaluations.css';

/** The self-evaluations of an agreement, one of them with its tree, and the form that creates one. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Evaluations place={place} />}</AtPlace>;
}

function Evaluations({ place }: { readonly place: Place }): ReactNode {
  const messages = evaluationTexts();
  const [address, change] = useAddress();
  const mayWrite = useMay('evaluation.write');
  const query = useOperation(EvaluationsDocument, { agreement: place.agreement });
  const isCreating = mayWrite && address.has('create');
  return (
    <Answered query={query}>
      {({ agreement }) => {
        if (!agreement) return null;
        const shown = shownOf(agreement.evaluations, address.get('evaluation'));
        return (
          <PageFrame
            title={isCreating ? messages.create : messages.title}
            about={<PlaceBar head={agreement} place={place} isWhole />}
            tools={
              !isCreating && (
                <>
                  {mayWrite && (
                    <button
                      type="button"
                      className="button primary"
                      onClick={() => {
                        change({ create: '1' });
                      }}
                    >
                      {messages.create}
                    </button>
                  )}
                  {shown && <PrintButton />}
                </>
              )
            }
          >
            {isCreating && <TreeForm key={agreement.id} agreement={agreement.id} />}
            {!isCreating && !shown && <Empty>{mayWrite ? messages.emptyWriter : messages.empty}</Empty>}
            {!isCreating && shown && (
              <>
                <EvaluationChoice evaluations={agreement.evaluations} shown={shown} />
                <EvaluationView key={shown.id} evaluation={shown} />
              </>
            )}
          </PageFrame>
        );
      }}
    </Answered>
  );
}

/** The one of the address, or else the latest that is not void. */
function shownOf(
  evaluations: readonly EvaluationDetailFragment[],
  id: string | null,
): EvaluationDetailFragment | undefined {
  const latestFirst = [...evaluations].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return (
    evaluations.find((it) => it.id === id) ??
    latestFirst.find(({ voidedAt }) => voidedAt === null) ??
    latestFirst[0]
  );
}

function EvaluationChoice({
  evaluations,
  shown,
}: {
  readonly evaluations: readonly EvaluationDetailFragment[];
  readonly shown: EvaluationDetailFragment;
}): ReactNode {
  const messages = evaluationTexts();
  const [, change] = useAddress();
  if (evaluations.length < 2) return null;
  return (
    <label className="field inline section screen-only">
      <span className="label">{messages.choose}</span>
      <select
        className="input"
        value={shown.id}
        onChange={(event) => {
          change({ evaluation: event.target.value });
        }}
      >
        {evaluations.map(({ id, name, party }) => (
          <option key={id} value={id}>
            {messages.option(name, messages.parties[party])}
          </option>
        ))}
      </select>
    </label>
  );
}
