import { readable } from '../../platform/database/shape';

export const sheetImports = readable(
  'core.sheet_import',
  'organisation_id, agreement_id, id, form, uploaded_at',
);
