import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import { AnnotatedService } from './annotated/annotated.service';
import { AgreementImportsResolver, SheetFaultResolver, SheetImportResolver } from './import.resolver';
import { ImportService } from './import.service';

export type { AnnotatedService } from './annotated/annotated.service';
export type { FormContext } from './form-context';
export { formOf, type FormReading, readForm } from './form.rules';
export { importRoute } from './import.route';
export { expireFiles, sheetImportById } from './import.repository';
export { sheetImports } from './read.sql';

export function createSheetImports({
  agreements,
  catalogue,
}: {
  agreements: AgreementService;
  catalogue: Catalogue;
}) {
  const imports = new ImportService(catalogue, agreements);
  return {
    resolvers: [
      new SheetImportResolver(imports, agreements),
      new AgreementImportsResolver(imports),
      new SheetFaultResolver(),
    ],
    services: { imports, annotated: new AnnotatedService(imports) },
  };
}
