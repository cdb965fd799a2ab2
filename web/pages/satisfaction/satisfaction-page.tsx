import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { SatisfactionDocument } from '../../generated/graphql';
import { satisfactionTexts } from '../../messages/satisfaction';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { Figures } from './figures';
import { Surveys } from './surveys';
import { SurveyForm } from './survey-form';
import './satisfaction.css';

/** What clients say: the figures of an agreement, the surveys that they come from, and the form that records one. */
export function Page(): ReactNode {
  return <AtPlace>{(place) => <Satisfaction place={place} />}</AtPlace>;
}

function Satisfaction({ place }: { readonly place: Place }): ReactNode {
  const messages = satisfactionTexts();
  const [address, change] = useAddress();
  const mayRecord = useMay('satisfaction.record');
  const [from, to] = [address.get('from'), address.get('to')];
  const query = useOperation(SatisfactionDocument, { agreement: place.agreement, from, to }, { keep: true });
  return (
    <Answered query={query}>
      {({ agreement }) =>
        agreement && (
          <PageFrame
            title={messages.title}
            about={<PlaceBar head={agreement} place={place} isWhole />}
            tools={
              mayRecord &&
              !address.has('record') && (
                <button
                  type="button"
                  className="button primary"
                  onClick={() => {
                    change({ record: '1' });
                  }}
                >
                  {messages.record}
                </button>
              )
            }
          >
            {mayRecord && address.has('record') && <SurveyForm agreement={agreement.id} />}
            <section className="section">
              <div className="section-head">
                <h2>{messages.figures}</h2>
                <label className="field inline">
                  <span className="label">{messages.period}</span>
                  <select
                    className="input"
                    value={agreement.terms.find((it) => it.startsOn === from && it.endsOn === to)?.id ?? ''}
                    onChange={(event) => {
                      const term = agreement.terms.find(({ id }) => id === event.target.value);
                      change({ from: term?.startsOn ?? null, to: term?.endsOn ?? null });
                    }}
                  >
                    <option value="">{messages.wholeAgreement}</option>
                    {agreement.terms.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              <Figures report={agreement.satisfaction} />
            </section>
            <Surveys agreement={agreement.id} />
          </PageFrame>
        )
      }
    </Answered>
  );
}
