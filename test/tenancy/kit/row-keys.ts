/** Columns that identify the rows of a table, as far as the tests need it; for other tables the agreement suffices. */
const KEYS: Readonly<Record<string, string[]>> = {
  'core.administrator_reset': ['id'],
  'auth.api_key': ['hash'],
  'auth.credential': ['email'],
  'auth.invitation': ['hash'],
  'auth.password_reset': ['hash'],
  'auth.refresh_token': ['hash'],
  'auth.token_family': ['session_id'],
  'core.agreement': ['id'],
  'core.audit_entry': ['id'],
  'core.assessment_part': ['assessment_id', 'part'],
  'core.assessment_scheme': ['organisation_id', 'year'],
  'core.assessment_score': ['assessment_id', 'part'],
  'core.assessment_score_version': ['assessment_id', 'part'],
  'core.contract_cycle': ['id'],
  'core.declared_tie': ['organisation_id', 'assessor_id'],
  'core.mail': ['id'],
  'core.mail_preference': ['member_id'],
  'core.member': ['id'],
  'core.member_station': ['member_id', 'station_id'],
  'core.session': ['id'],
  'core.sheet_import': ['id'],
  'core.snapshot_part': ['snapshot_id', 'report'],
  'core.outbox_event': ['id'],
  'core.station_access': ['organisation_id', 'station_id', 'purchaser_id'],
  'core.station_former_name': ['organisation_id', 'station_id', 'purchaser_id'],
  'core.webhook': ['id'],
  'core.webhook_delivery': ['id'],
};

export function keyOf(table: string): string[] {
  return KEYS[table] ?? ['agreement_id'];
}
