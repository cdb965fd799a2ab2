import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { FindStationsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { addressOf, placeOfStation } from '../../place/places';
import { Answered, Empty } from '../../ui/answered';
import { today } from '../../ui/days';

/** The stations of the one who has no overview: assessors, the mentoring centre. */
export function StationList(): ReactNode {
  const { overview, place } = texts();
  const query = useOperation(FindStationsDocument, { name: '' });
  return (
    <Answered query={query}>
      {({ stations: { nodes, totalCount } }) =>
        nodes.length === 0 ? (
          <Empty>{place.noAgreement}</Empty>
        ) : (
          <section className="section">
            <h2>{overview.stations}</h2>
            <ul className="station-list">
              {nodes.map(({ id, name, district, agreements }) => (
                <li key={id}>
                  <Link href={addressOf('/console/completion', placeOfStation(agreements.nodes, today()))}>
                    {name}
                  </Link>{' '}
                  <span className="soft">{district.name}</span>
                </li>
              ))}
            </ul>
            {nodes.length < totalCount && <p className="soft">{place.more(totalCount)}</p>}
          </section>
        )
      }
    </Answered>
  );
}
