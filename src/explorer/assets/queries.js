/* global crypto */

/** The agreements and terms of a FindTerms answer, one entry a term; those in force first, so that they are read first. */
export function termsOf(result, today = dayInShanghai()) {
  const terms = (result.data?.stations?.nodes ?? []).flatMap((station) =>
    station.agreements.nodes.flatMap((agreement) =>
      agreement.terms.map((term) => ({
        agreementId: agreement.id,
        termId: term.id,
        startsOn: term.startsOn,
        endsOn: term.endsOn,
        zone: agreement.zones[0],
        project: agreement.projects[0],
        // The days first: they distinguish two terms of a station even where the rest is cut off.
        label: `${term.startsOn.slice(0, 7)} – ${term.endsOn.slice(0, 7)} · ${station.name} · ${agreement.operator.shortName ?? agreement.operator.name} · ${term.name}`,
      })),
    ),
  );
  const isInForce = ({ startsOn, endsOn }) => startsOn <= today && today <= endsOn;
  return [...terms.filter(isInForce), ...terms.filter((term) => !isInForce(term))];
}

function dayInShanghai() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** The audience of a viewer: its kind of organisation, with the city's bureau separate. */
export function audienceOf(viewer) {
  const { kind, district } = viewer.organisation;
  return kind === 'SUPERVISOR' && !district ? 'CITY_BUREAU' : kind;
}

/** The document and variables of a ready query; undefined where what it needs is missing. */
export function prepare({ need, documents }, terms, chosen) {
  if (need === 'nothing') return { query: documents[0], variables: {} };
  if (!chosen) return undefined;
  const { agreementId, termId } = chosen;
  if (need === 'term') {
    const variables = documents[0].includes('$termId') ? { agreementId, termId } : { agreementId };
    return { query: documents[0], variables };
  }
  if (need === 'record')
    return { query: documents[0], variables: { input: { agreementId, records: [recordIn(chosen)] } } };
  const some = terms.slice(0, documents.length);
  const variables = Object.fromEntries(
    some.flatMap((term, index) => [
      [`agreement${index + 1}`, term.agreementId],
      [`term${index + 1}`, term.termId],
    ]),
  );
  return { query: documents[some.length - 1], variables };
}

/** An example of a record within the term, not in the future. */
function recordIn({ startsOn, endsOn, zone, project }) {
  const today = dayInShanghai();
  const day = today < endsOn ? today : endsOn;
  return {
    indicator: 'HOME_VISIT',
    occurredOn: day < startsOn ? startsOn : day,
    ...(zone ? { zoneId: zone.id, ...(zone.points?.[0] ? { pointId: zone.points[0].id } : {}) } : {}),
    ...(!zone && project ? { projectId: project.id } : {}),
    quantities: [{ measure: 'VISITS', value: '3' }],
    note: '示例：探访独居长者',
    idempotencyKey: [...crypto.getRandomValues(new Uint8Array(12))]
      .map((b) => b.toString(16).padStart(2, '0'))
      .join(''),
  };
}
