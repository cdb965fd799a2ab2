import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { SchemeDocument, type SchemeDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { placeOf, useAddress } from '../../place/at-place';
import { addressOf } from '../../place/places';
import { useMay, useViewer } from '../../session/viewer';
import { Answered } from '../../ui/answered';
import { today } from '../../ui/days';
import { momentText } from '../../ui/moments';
import { SchemeForm } from './scheme-form';
import { SchemeTable } from './scheme-maxima';

/** By which scheme the assessments of a year are scored; a bureau sets its own. */
export function SchemePage(): ReactNode {
  const { assessments: messages } = texts();
  const [address, change] = useAddress();
  const now = Number(today().slice(0, 4));
  const asked = Number(address.get('scheme'));
  const year = asked >= 2000 && asked <= 2100 ? asked : now;
  const district = useViewer().organisation.district?.code ?? null;
  const query = useOperation(SchemeDocument, { year, district }, { keep: true });
  return (
    <PageFrame
      title={messages.schemeFor(year)}
      about={
        <>
          <label className="field inline screen-only">
            <span className="label">{messages.year}</span>
            <select
              className="input"
              value={year}
              onChange={(event) => {
                change({ scheme: event.target.value });
              }}
            >
              {[...new Set([year, now - 2, now - 1, now, now + 1])].sort().map((it) => (
                <option key={it} value={it}>
                  {it}
                </option>
              ))}
            </select>
          </label>
          <Link href={addressOf('/console/assessments', placeOf(address))} className="screen-only">
            {messages.title}
          </Link>
        </>
      }
    >
      <Answered query={query}>
        {({ assessmentScheme }) => (
          <Scheme key={`${String(year)} ${String(assessmentScheme.version)}`} scheme={assessmentScheme} />
        )}
      </Answered>
    </PageFrame>
  );
}

function Scheme({ scheme }: { readonly scheme: SchemeDetailFragment }): ReactNode {
  const { assessments: messages } = texts();
  const maySet = useMay('scheme.set');
  const [isEditing, setEditing] = useState(false);
  const { version, setAt, districtCode } = scheme;
  return (
    <>
      <p className="soft">
        {version === 0 ? messages.schemeStandard : null}
        {version > 0 && (districtCode === null ? messages.schemeOfCity : messages.schemeOfDistrict)}
        {setAt !== null && ` · ${messages.schemeVersion(version, momentText(setAt))}`}
      </p>
      {isEditing ? (
        <SchemeForm
          scheme={scheme}
          onDone={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <SchemeTable scheme={scheme} />
          {maySet && (
            <button
              type="button"
              className="button primary screen-only"
              onClick={() => {
                setEditing(true);
              }}
            >
              {messages.editScheme}
            </button>
          )}
        </>
      )}
    </>
  );
}
