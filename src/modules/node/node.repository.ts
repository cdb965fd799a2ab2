import { type Action, type Member, organisations } from '../../access';
import { statement } from '../../platform/database/statement';
import {
  contractCycles,
  cycleById,
  amendmentById,
  amendments,
  agreementById,
  agreements,
  pointById,
  points,
  projectById,
  projects,
  termById,
  terms,
  zoneById,
  zones,
} from '../agreement';
import { organisationById, stationAccess, stationById } from '../directory';
import { assessmentById, assessments, findingById, findings } from '../assessment';
import { evaluationById, evaluations } from '../evaluation';
import { recordById, serviceRecords } from '../service-record';
import { monthByKey, publishedReportById, publishedReports, readMonthId } from '../reporting';
import { surveyById, surveys } from '../satisfaction';
import { reportAuditById, reportAudits } from '../report-audit';
import { sheetImportById, sheetImports } from '../sheet-import';

type Find = (member: Member, id: string) => Promise<object | null>;

interface Kind {
  /** The GraphQL type. */
  type: string;
  /** SQL of its rows, of which `id` names the column. */
  rows: (alias: string) => string;
  id: string;
  /** The action that reading it requires. */
  action: Action;
  find: Find;
}

/** An object and its GraphQL type. */
export interface NodeRow {
  __typename: string;
}

/** All types with an id, and their rows. */
const KINDS: readonly Kind[] = [
  {
    type: 'Organisation',
    rows: organisations,
    id: 'id',
    action: 'directory.read',
    find: async (member, id) => member.load(organisationById, id),
  },
  {
    type: 'Station',
    rows: stationAccess,
    id: 'station_id',
    action: 'station.read',
    find: async (member, id) => member.load(stationById, id),
  },
  part('Agreement', agreements, async (member, id) => member.load(agreementById, id)),
  part('Amendment', amendments, async (member, id) => member.load(amendmentById, id)),
  {
    type: 'ContractCycle',
    rows: contractCycles,
    id: 'id',
    action: 'cycle.read',
    find: async (member, id) => member.load(cycleById, id),
  },
  part('Term', terms, async (member, id) => member.load(termById, id)),
  part('Project', projects, async (member, id) => member.load(projectById, id)),
  part('Zone', zones, async (member, id) => member.load(zoneById, id)),
  assessed('Assessment', assessments, async (member, id) => member.load(assessmentById, id)),
  assessed('AssessmentFinding', findings, async (member, id) => member.load(findingById, id)),
  {
    type: 'Evaluation',
    rows: evaluations,
    id: 'id',
    action: 'evaluation.read',
    find: async (member, id) => member.load(evaluationById, id),
  },
  {
    type: 'SatisfactionSurvey',
    rows: surveys,
    id: 'id',
    action: 'satisfaction.read',
    find: async (member, id) => member.load(surveyById, id),
  },
  {
    type: 'PublishedReport',
    rows: publishedReports,
    id: 'id',
    action: 'report.read',
    find: async (member, id) => member.load(publishedReportById, id),
  },
  {
    type: 'ReportAudit',
    rows: reportAudits,
    id: 'id',
    action: 'reportAudit.read',
    find: async (member, id) => member.load(reportAuditById, id),
  },
  {
    type: 'SheetImport',
    rows: sheetImports,
    id: 'id',
    action: 'import.read',
    find: async (member, id) => member.load(sheetImportById, id),
  },
  part('Point', points, async (member, id) => member.load(pointById, id)),
  {
    type: 'ServiceRecord',
    rows: serviceRecords,
    id: 'id',
    action: 'serviceRecord.read',
    find: async (member, id) => member.load(recordById, id),
  },
];

function assessed(type: string, rows: Kind['rows'], find: Find): Kind {
  return { type, rows, id: 'id', action: 'assessment.read', find };
}

function part(type: string, rows: Kind['rows'], find: Find): Kind {
  return { type, rows, id: 'id', action: 'agreement.read', find };
}

/** Finds an object of any type within the member's scope: one statement finds the table, one loads the object. */
export async function findNode(member: Member, id: string): Promise<NodeRow | null> {
  const kinds = KINDS.filter(({ action }) => member.may(action));
  const sql = statement<{ type: string }>(
    'node.kind',
    kinds
      .map(
        ({ type, rows, id: column }) => `select '${type}' as type from ${rows('n')} where n.${column} = $1`,
      )
      .join(' union all ') + ' limit 1',
    kinds.map(({ type }) => type),
  );
  const [found] = await member.read(sql, [id]);
  const kind = kinds.find(({ type }) => type === found?.type);
  const row = await kind?.find(member, id);
  return kind && row ? { __typename: kind.type, ...row } : null;
}

/** The month of an agreement with an id, which is not of a row. */
export async function findMonth(member: Member, id: string): Promise<NodeRow | null> {
  const key = readMonthId(id);
  const row = key && member.may('month.read') ? await member.load(monthByKey(member.today()), key) : null;
  return row && { __typename: 'ReportMonth', ...row };
}
