import type { ClientBase } from 'pg';
import { newId } from '../../../src/platform/ids';
import { insert } from './insert';

interface AgreementParties {
  organisationId: string;
  purchaserId: string;
  stationId: string;
  year: number;
}

/** The ids of an agreement and of one part of each kind. */
export interface AgreementIds extends AgreementParties {
  agreementId: string;
  termId: string;
  zoneId: string;
  projectId: string;
  pointId: string;
  /** A proposal has none. */
  recordId: string;
  /** The scope columns of each of its rows. */
  scope: Record<string, string>;
}

/** Registers an agreement with one row in every table that agreements, or proposals, have. */
export async function addAgreement(
  client: ClientBase,
  parties: AgreementParties,
  state: 'CONFIRMED' | 'PROPOSED' = 'CONFIRMED',
): Promise<AgreementIds> {
  const isConfirmed = state === 'CONFIRMED';
  const { organisationId, purchaserId, stationId, year } = parties;
  const { rows } = await client.query<{ district_code: string; name: string; street: string }>(
    'select district_code, name, street from core.station where id = $1',
    [stationId],
  );
  const station = rows[0]!;
  const { district_code } = station;
  const between = { organisation_id: organisationId, station_id: stationId, purchaser_id: purchaserId };
  const [starts_on, ends_on] = [`${year}-01-01`, `${year}-12-31`];
  await insert(client, 'core.station_access', { ...between, ...station, listed: isConfirmed });
  await insert(client, 'core.station_former_name', {
    ...between,
    district_code,
    until: '2022-12-31',
    name: `旧名 ${station.name}`,
  });

  const agreementId = newId();
  const scope = { ...between, district_code, agreement_id: agreementId };
  await insert(client, 'core.contract_cycle', {
    organisation_id: organisationId,
    id: agreementId,
    purchaser_id: purchaserId,
    district_code,
    procurement_number: agreementId,
    amount: '7200000.00',
    starts_on,
    ends_on,
    registered_by: purchaserId,
    registered_at: 'now',
  });
  await insert(client, 'core.agreement', {
    ...between,
    district_code,
    id: agreementId,
    service_model: 'STATION_ZONE_POINT',
    starts_on,
    ends_on,
    annual_fee: '2400000.00',
    cycle_id: agreementId,
    cycle_year: 1,
    state,
    proposed_by: organisationId,
    registered_by: newId(),
  });
  const part = async (table: string, columns: Record<string, unknown>): Promise<string> => {
    const id = newId();
    await insert(client, table, { ...scope, id, position: 0, ...columns });
    return id;
  };
  const termId = await part('core.term', { name: '第一项目期', starts_on, ends_on, confirmed: isConfirmed });
  const zoneId = await part('core.zone', { name: '第一片区' });
  const projectId = await part('core.project', { name: '长者服务', kind: 'BASIC', domain: 'ELDERLY' });
  const pointId = await part('core.point', { name: '第一社工点', zone_id: zoneId });
  await part('core.instalment', { condition: 'SIGNING', share: '0.55' });

  const cell = { term_id: termId, zone_id: zoneId, project_id: projectId, indicator_code: 'HOME_VISIT' };
  const target = { ...scope, ...cell, measure_code: 'VISITS', value: '120', set_by: newId() };
  await insert(client, 'core.target', target);

  const recordId = newId();
  const event = { ...scope, step: state, revision: 1, acting_id: organisationId };
  await insert(client, 'core.agreement_event', event);
  const ids = { ...parties, agreementId, termId, zoneId, projectId, pointId, recordId, scope };
  if (!isConfirmed) return ids;
  await insert(client, 'core.service_record', {
    ...scope,
    ...cell,
    id: recordId,
    revision: 1,
    point_id: pointId,
    occurred_on: `${year}-03-15`,
    quantities: '{"VISITS": "7"}',
    note: `note of ${agreementId}`,
    idempotency_key: 'march',
    recorded_at: 'now',
    recorded_by: newId(),
    recorded_by_name: '陈美玲',
    revised_at: 'now',
    revised_by: newId(),
    revised_by_name: '陈美玲',
  });
  await client.query(
    `update core.service_record set revision = 2, quantities = '{"VISITS": "9"}', revision_reason = '漏记'
      where id = $1`,
    [recordId],
  );
  return ids;
}
