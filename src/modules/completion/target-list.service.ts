import type { Caller } from '../../access';
import { notFound } from '../../platform/app-error';
import { checkAskedDays } from '../../platform/asked-days';
import type { Day } from '../../platform/calendar';
import {
  type AgreementRow,
  type AgreementService,
  amendmentById,
  type AmendmentRow,
  keyOf,
  type ProjectRow,
  type TermRow,
  type ZoneRow,
} from '../agreement';
import { type Catalogue, type Indicator, type Measure, shown } from './catalogue';
import { targetsOn } from './target-list.repository';

/** A target in force, with the parts that it names. */
interface Target {
  term: TermRow;
  zone: ZoneRow | null;
  project: ProjectRow | null;
  indicator: Indicator;
  measure: Measure;
  value: string;
  since: Day;
  amendment: AmendmentRow | null;
}

/** 协议量 as of a day: what an agreement asks for. */
export class TargetListService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly agreements: AgreementService,
  ) {}

  /** The targets of an agreement in force on a day; today by default, within the days of the agreement. */
  async list(
    caller: Caller,
    agreement: AgreementRow,
    termId: string | null,
    on: Day | null,
  ): Promise<Target[]> {
    const member = caller.assert('completion.read');
    checkAskedDays({ on });
    const { startsOn, endsOn } = agreement;
    const asked = on ?? member.today();
    const day = asked < startsOn ? startsOn : asked > endsOn ? endsOn : asked;
    const key = keyOf(agreement);
    const [rows, terms, zones, projects] = await Promise.all([
      member.load(targetsOn(day), agreement.id),
      this.agreements.terms(caller, key),
      this.agreements.zones(caller, key),
      this.agreements.projects(caller, key),
    ]);
    if (termId !== null && !terms.some(({ id }) => id === termId)) throw notFound(termId);
    const listed = rows.filter((row) => termId === null || row.termId === termId);
    return Promise.all(
      terms.flatMap((term) =>
        listed
          .filter((row) => row.termId === term.id)
          .map(async ({ zoneId, projectId, indicatorCode, measureCode, value, since, amendmentId }) => {
            const measure = this.catalogue.measure(indicatorCode, measureCode);
            return {
              term,
              zone: zones.find(({ id }) => id === zoneId) ?? null,
              project: projects.find(({ id }) => id === projectId) ?? null,
              indicator: this.catalogue.get(indicatorCode),
              measure,
              value: shown(value, measure),
              since: since ?? startsOn,
              amendment: amendmentId === null ? null : await member.load(amendmentById, amendmentId),
            };
          }),
      ),
    );
  }
}
