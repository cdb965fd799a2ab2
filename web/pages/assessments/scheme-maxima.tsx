import type { ReactNode } from 'react';
import { useOperation } from '../../api/queries';
import { partyName } from '../../assessments/parties';
import { SchemeDocument, type SchemeDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { TableFrame } from '../../ui/table-frame';

/** Of how many points each party scores in a year. */
export function SchemeMaxima({
  year,
  district,
}: {
  readonly year: number;
  readonly district: string;
}): ReactNode {
  const query = useOperation(SchemeDocument, { year, district }, { keep: true });
  return query.data && <SchemeTable scheme={query.data.assessmentScheme} />;
}

export function SchemeTable({ scheme }: { readonly scheme: SchemeDetailFragment }): ReactNode {
  const { assessments: messages, terms } = texts();
  const { bands, parties, year } = scheme;
  return (
    <section className="section">
      <h2>{messages.schemeOf(String(year))}</h2>
      <TableFrame label={messages.schemeOf(String(year))}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{messages.party}</th>
              <th scope="col">{messages.maximum}</th>
              <th scope="col">{messages.items}</th>
            </tr>
          </thead>
          <tbody>
            {parties.map((it) => (
              <tr key={it.party + (it.name ?? '')}>
                <th scope="row">{partyName(it, terms)}</th>
                <td>{it.maximum}</td>
                <td className="text wrap">
                  {it.items.map(({ name, maximum }) => `${name} ${maximum}`).join(messages.and) || '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="soft">{messages.bandsText(bands.excellentFrom, bands.goodFrom, bands.qualifiedFrom)}</p>
    </section>
  );
}
