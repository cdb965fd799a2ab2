import type { Caller } from '../../access';
import type { Day } from '../../platform/calendar';
import { percentOf, twoDecimals } from '../../platform/decimal';
import type { AgreementGroup } from '../agreement';
import {
  type UpcomingAssessment,
  type AssessmentRow,
  upcomingAssessments,
  assessmentsOfAgreement,
  Grade,
  lastAssessmentsOf,
} from '../assessment';
import { executionOfGroups, type FiscalYear, type FundingReport, type FundingService } from '../funding';
import {
  type AgreementInTerm,
  type Catalogue,
  type Indicator,
  type Measure,
  type MeasureSums,
  progressOfGroups,
  shown,
} from '../completion';
import { personMonthsOfGroups } from '../staffing';
import { lastFullMonth } from './overview.rules';
import type { AgreementOverview } from './overview.service';

/** How many of the weakest measures an overview names. */
const WEAKEST = 5;

/** One agreement, or those of a district, whose figures are summed as of a day. */
export interface Group extends AgreementGroup<AgreementInTerm & { stationId: string }> {
  on: Day;
}

export interface MeasureProgress {
  indicator: Indicator;
  measure: Measure;
  completed: string;
  target: string;
  percent: string;
}

export interface IndicatorProgress {
  measures: number;
  onTime: number;
  onTimePercent: string | null;
  weakest: MeasureProgress[];
}

export interface StaffingLevel {
  through: string;
  personMonths: string;
  required: string | null;
  percent: string | null;
}

export interface Execution {
  spent: string;
  fee: string | null;
  percent: string | null;
}

/** The figures of an overview: one statement each for all overviews of a page. */
export class FigureService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly fundingService: FundingService,
  ) {}

  async indicators(caller: Caller, group: Group): Promise<IndicatorProgress> {
    const member = caller.assert('completion.read');
    const { measures, onTime, weakest } = await member.load(progressOfGroups(group.on, WEAKEST), group);
    return {
      measures,
      onTime,
      onTimePercent: percentOf(String(onTime), String(measures)),
      weakest: weakest.map((sums) => this.measureOf(sums)),
    };
  }

  /** Every measure with a target, in the order of the catalogue. */
  async measures(caller: Caller, group: Group): Promise<MeasureProgress[]> {
    const member = caller.assert('completion.read');
    const { weakest: all } = await member.load(progressOfGroups(group.on, null), group);
    return all
      .map((sums) => this.measureOf(sums))
      .sort((a, b) => a.indicator.position - b.indicator.position || a.measure.position - b.measure.position);
  }

  private measureOf(sums: MeasureSums): MeasureProgress {
    const indicator = this.catalogue.get(sums.indicator);
    const measure = this.catalogue.measure(sums.indicator, sums.measure);
    return {
      indicator,
      measure,
      completed: shown(sums.completed, measure),
      target: shown(sums.target, measure),
      percent: sums.percent,
    };
  }

  async staffing(caller: Caller, group: Group): Promise<StaffingLevel> {
    const member = caller.assert('staffing.read');
    const { personMonths, required, ofRequired } = await member.load(personMonthsOfGroups(group.on), group);
    return {
      through: lastFullMonth(group.on),
      personMonths,
      required,
      percent: percentOf(ofRequired, required),
    };
  }

  async execution(caller: Caller, group: Group): Promise<Execution> {
    const member = caller.assert('funding.read');
    const { spent, fee, ofFee } = await member.load(executionOfGroups(group.on), group);
    return {
      spent: twoDecimals(spent),
      fee: fee && twoDecimals(fee),
      percent: percentOf(ofFee, fee),
    };
  }

  async funding(caller: Caller, { agreement, on }: AgreementOverview): Promise<FundingReport> {
    const { organisationId, id } = agreement;
    return this.fundingService.report(caller, { organisationId, agreementId: id }, on);
  }

  /** The street's budget of the calendar year of the day; null if there is none. */
  async fiscalYear(caller: Caller, overview: AgreementOverview): Promise<FiscalYear | null> {
    const { fiscalYears } = await this.funding(caller, overview);
    return fiscalYears.find(({ fiscalYear }) => fiscalYear === Number(overview.on.slice(0, 4))) ?? null;
  }

  /** The assessment that was closed last at each station of a group; stations without one are omitted. */
  async lastAssessments(caller: Caller, { id, agreements, on }: Group): Promise<AssessmentRow[]> {
    const member = caller.assert('assessment.read');
    const stationIds = agreements.map(({ stationId }) => stationId);
    return member.load(lastAssessmentsOf(on), { id, stationIds });
  }

  async grades(caller: Caller, group: Group): Promise<{ grade: Grade; stations: number }[]> {
    const last = await this.lastAssessments(caller, group);
    return Object.values(Grade).map((grade) => ({
      grade,
      stations: last.filter((assessment) => assessment.grade === grade).length,
    }));
  }

  async upcomingAssessments(
    caller: Caller,
    { agreement, on }: AgreementOverview,
  ): Promise<UpcomingAssessment[]> {
    const member = caller.assert('assessment.read');
    const { organisationId, id } = agreement;
    const opened = await member.load(assessmentsOfAgreement, { organisationId, agreementId: id });
    return upcomingAssessments(agreement, opened, on);
  }
}
