/** The columns that the tenant policies read. */
export const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

export const SCOPE_COLUMNS = `
  organisation_id uuid not null,
  agreement_id    uuid not null,
  station_id      uuid not null,
  purchaser_id    uuid not null,
  district_code   text not null`;

/** Ensures that the scope columns of a row are those of its agreement. */
export const SCOPE_KEY = `
  foreign key (organisation_id, agreement_id, station_id, purchaser_id, district_code)
    references core.agreement (organisation_id, id, station_id, purchaser_id, district_code)`;

/** Term, zone and project of a row belong to its agreement. */
export const PART_KEYS = `
  foreign key (organisation_id, agreement_id, term_id) references core.term (organisation_id, agreement_id, id),
  foreign key (organisation_id, agreement_id, zone_id) references core.zone (organisation_id, agreement_id, id),
  foreign key (organisation_id, agreement_id, project_id)
    references core.project (organisation_id, agreement_id, id)`;
