import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import { KeptFiguresService } from './fujian-1/kept-figures.service';
import { AgreementImportsResolver, SheetFaultResolver, SheetImportResolver } from './import.resolver';
import { ImportService } from './import.service';

export type { FormContext } from './form-context';
export type { FormFigure } from './fujian-1/figure';
export { KeptFiguresService } from './fujian-1/kept-figures.service';
export type { Fujian1Reading } from './fujian-1/read-fujian-1';
export { formOf, type FormReading, readForm } from './form.rules';
export { importRoute } from './import.route';
export { ImportService } from './import.service';
export { sheetImportById, type SheetImportRow } from './import.repository';
export { SheetImportType } from './import.type';
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
    services: { imports, keptFigures: new KeptFiguresService(catalogue, agreements) },
  };
}
