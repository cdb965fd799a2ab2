import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { ZoneType } from '../agreement';
import { type Catalogue, IndicatorType, MeasureType } from '../completion';
import { type SheetImportRow, SheetImportType } from '../sheet-import';
import type { ReportAuditService } from './report-audit.service';
import { SheetFigureType } from './sheet-figure.type';
import type { SheetFigure } from './sheet-figures.rules';
import { zoneOf } from './zone-of';

@Resolver(() => SheetFigureType)
export class SheetFigureResolver {
  constructor(private readonly catalogue: Catalogue) {}

  @FieldResolver(() => IndicatorType)
  indicator(@Root() { indicator }: SheetFigure): IndicatorType {
    return this.catalogue.get(indicator);
  }

  @FieldResolver(() => MeasureType)
  measure(@Root() { indicator, measure }: SheetFigure): MeasureType {
    return this.catalogue.measure(indicator, measure);
  }

  @Cost({ weight: NEGLIGIBLE })
  @FieldResolver(() => ZoneType, { nullable: true, description: '片区; null in total.' })
  async zone(@Ctx() context: Context, @Root() { zoneId }: SheetFigure): Promise<ZoneType | null> {
    return zoneOf(context, zoneId);
  }
}

/** The figures of an uploaded 附件1, as a field of SheetImport. */
@Resolver(() => SheetImportType)
export class SheetFiguresResolver {
  constructor(private readonly service: ReportAuditService) {}

  // Its file is read again.
  @Asserts('import.read')
  @Cost({ weight: 50, size: 50 })
  @FieldResolver(() => [SheetFigureType], {
    description:
      '附件1 的数字: cell by cell, against targets and records as they are, of the term up to today. None of another form, or once the file is gone.',
  })
  async figures(@Ctx() { caller }: Context, @Root() row: SheetImportRow): Promise<SheetFigure[]> {
    return this.service.ofSheet(caller, row);
  }
}
