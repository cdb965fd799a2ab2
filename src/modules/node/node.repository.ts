import type { Action, Member } from '../../access';
import { statement } from '../../platform/database/statement';
import { agreementById, pointById, projectById, termById, zoneById } from '../agreement';
import { organisationById, stationById } from '../directory';
import { assessmentById, findingById } from '../assessment';
import { evaluationById } from '../evaluation';
import { recordById } from '../service-record';
import { surveyById } from '../satisfaction';

type Find = (member: Member, id: string) => Promise<object | null>;

interface Kind {
  /** The GraphQL type. */
  type: string;
  table: string;
  column: string;
  /** The action that reading it requires. */
  action: Action;
  find: Find;
}

/** An object and its GraphQL type. */
export interface NodeRow {
  __typename: string;
}

/** All types with an id, and their tables. */
const KINDS: readonly Kind[] = [
  {
    type: 'Organisation',
    table: 'core.organisation',
    column: 'id',
    action: 'directory.read',
    find: async (member, id) => member.load(organisationById, id),
  },
  {
    type: 'Station',
    table: 'core.station_access',
    column: 'station_id',
    action: 'station.read',
    find: async (member, id) => member.load(stationById, id),
  },
  part('Agreement', 'core.agreement', async (member, id) => member.load(agreementById, id)),
  part('Term', 'core.term', async (member, id) => member.load(termById, id)),
  part('Project', 'core.project', async (member, id) => member.load(projectById, id)),
  part('Zone', 'core.zone', async (member, id) => member.load(zoneById, id)),
  assessed('Assessment', 'core.assessment', async (member, id) => member.load(assessmentById, id)),
  assessed('AssessmentFinding', 'core.assessment_finding', async (member, id) =>
    member.load(findingById, id),
  ),
  {
    type: 'Evaluation',
    table: 'core.evaluation',
    column: 'id',
    action: 'evaluation.read',
    find: async (member, id) => member.load(evaluationById, id),
  },
  {
    type: 'SatisfactionSurvey',
    table: 'core.satisfaction_survey',
    column: 'id',
    action: 'satisfaction.read',
    find: async (member, id) => member.load(surveyById, id),
  },
  part('Point', 'core.point', async (member, id) => member.load(pointById, id)),
  {
    type: 'ServiceRecord',
    table: 'core.service_record',
    column: 'id',
    action: 'serviceRecord.read',
    find: async (member, id) => member.load(recordById, id),
  },
];

function assessed(type: string, table: string, find: Find): Kind {
  return { type, table, column: 'id', action: 'assessment.read', find };
}

function part(type: string, table: string, find: Find): Kind {
  return { type, table, column: 'id', action: 'agreement.read', find };
}

/** Finds an object of any type within the member's scope: one statement finds the table, one loads the object. */
export async function findNode(member: Member, id: string): Promise<NodeRow | null> {
  const kinds = KINDS.filter(({ action }) => member.may(action));
  const sql = statement<{ type: string }>(
    'node.kind',
    kinds
      .map(({ type, table, column }) => `select '${type}' as type from ${table} where ${column} = $1`)
      .join(' union all ') + ' limit 1',
    kinds.map(({ type }) => type),
  );
  const [found] = await member.read(sql, [id]);
  const kind = kinds.find(({ type }) => type === found?.type);
  const row = await kind?.find(member, id);
  return kind && row ? { __typename: kind.type, ...row } : null;
}
