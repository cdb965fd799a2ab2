import { MemberRole, OrganisationKind } from '../access';
import type { DemoAccount } from '../explorer';
import {
  BUREAU,
  DOMAINS as EXAMPLE,
  OPERATOR as EXAMPLE_OPERATOR,
  PURCHASER as EXAMPLE_PURCHASER,
} from './living/station';
import { STATIONS } from './stations';

/** An organisation of the demo and the domain of its members' e-mails. */
export interface DemoOrganisation {
  kind: OrganisationKind;
  name: string;
  shortName: string | null;
  districtCode: string | null;
  domain: string;
  roles: MemberRole[];
}

const { ASSESSOR, MENTORING_CENTRE, OPERATOR, PLATFORM, PURCHASER, SUPERVISOR } = OrganisationKind;

/** Domains of operator and purchaser, by the street of their station. */
const DOMAINS: Record<string, [operator: string, purchaser: string]> = {
  中南街: ['datong', 'zhongnan-street'],
  云城街: ['xinyue', 'yuncheng-street'],
  元岗街: ['beidouxing', 'yuangang-street'],
  钟落潭镇: ['xinmingai', 'zhongluotan-town'],
  逢源街: ['fengyuan', 'fengyuan-street'],
};

const admin = (
  kind: OrganisationKind,
  name: string,
  districtCode: string | null,
  domain: string,
): DemoOrganisation => ({ kind, name, shortName: null, districtCode, domain, roles: [MemberRole.ADMIN] });

/** The parties of the invented station. */
export const EXAMPLE_ORGANISATIONS: readonly DemoOrganisation[] = [
  EXAMPLE_OPERATOR,
  EXAMPLE_PURCHASER,
  BUREAU,
];

/** The parties of the five real stations, and those that supervise and assess. */
export const REAL_ORGANISATIONS: readonly DemoOrganisation[] = [
  ...STATIONS.map(({ operator, district, street }) => ({
    ...admin(OPERATOR, operator.name, district.code, domainsOf(street)[0]),
    shortName: operator.shortName,
    roles: [MemberRole.ADMIN, MemberRole.WORKER],
  })),
  ...STATIONS.map(({ purchaser, district, street }) =>
    admin(PURCHASER, purchaser, district.code, domainsOf(street)[1]),
  ),
  admin(SUPERVISOR, '广州市荔湾区民政局', '440103', 'liwan-bureau'),
  admin(SUPERVISOR, '广州市白云区民政局', '440111', 'baiyun-bureau'),
  admin(SUPERVISOR, '广州市天河区民政局', '440106', 'tianhe-bureau'),
  admin(SUPERVISOR, '广州市民政局', null, 'guangzhou-bureau'),
  admin(MENTORING_CENTRE, '广州市社会工作督导中心', null, 'mentoring-centre'),
  admin(ASSESSOR, '广州市社会工作协会', null, 'assessor'),
  admin(PLATFORM, '社工服务站平台', null, 'platform'),
];

/** Every organisation of the demo, those first whose year is in force. */
const ORGANISATIONS = [...EXAMPLE_ORGANISATIONS, ...REAL_ORGANISATIONS];

/** Gets its password last: it marks the real stations as complete. */
export const LAST_ACCOUNT = 'admin@platform.example';
/** Marks the invented one as complete. */
export const LAST_EXAMPLE_ACCOUNT = emailOf(MemberRole.VIEWER, EXAMPLE.purchaser);

export function domainsOf(street: string): [operator: string, purchaser: string] {
  const domains = DOMAINS[street];
  if (!domains) throw new Error(`the demo has no accounts for ${street}`);
  return domains;
}

export function emailOf(role: MemberRole, domain: string): string {
  return `${role.toLowerCase()}@${domain}.example`;
}

export function administratorOf(domain: string): string {
  return emailOf(MemberRole.ADMIN, domain);
}

/** The accounts that the pages and the start message name. */
export function demoAccounts(): DemoAccount[] {
  return ORGANISATIONS.flatMap(({ kind, name, shortName, domain, districtCode, roles }) =>
    roles.map((role) => ({
      email: emailOf(role, domain),
      title: { zh: shortName ?? name, en: ENGLISH[kind] },
      role: kind === SUPERVISOR && districtCode === null ? 'CITY_BUREAU' : `${kind}_${role}`,
    })),
  );
}

const ENGLISH: Record<OrganisationKind, string> = {
  OPERATOR: 'operator',
  PURCHASER: 'purchaser',
  SUPERVISOR: 'civil-affairs bureau',
  MENTORING_CENTRE: 'mentoring centre',
  ASSESSOR: 'assessor',
  PLATFORM: 'platform',
};

/** The administrator's account of the first organisation of a kind that fits. */
export function accountOf(
  kind: OrganisationKind,
  fits: (organisation: DemoOrganisation) => boolean = () => true,
): string {
  const organisation = ORGANISATIONS.find((one) => one.kind === kind && fits(one));
  if (!organisation) throw new Error(`the demo has no such ${kind}`);
  return administratorOf(organisation.domain);
}
