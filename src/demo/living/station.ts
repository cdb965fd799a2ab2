import { MemberRole, OrganisationKind } from '../../access';

/** The district of the invented station, in which the demo has no other station. */
const DISTRICT_CODE = '440115';

/** The invented station; whatever is said of it is invented as well. */
export const STATION = { name: '示例街社工服务站', street: '示例街', districtCode: DISTRICT_CODE };

/** The domains of its parties. */
export const DOMAINS = { operator: 'example-centre', purchaser: 'example-street', bureau: 'example-bureau' };

const { ADMIN, MANAGER, VIEWER, WORKER } = MemberRole;
const ofDistrict = { shortName: null, districtCode: DISTRICT_CODE };

export const OPERATOR = {
  kind: OrganisationKind.OPERATOR,
  name: '示例社会工作服务中心',
  shortName: '示例中心',
  districtCode: DISTRICT_CODE,
  domain: DOMAINS.operator,
  roles: [ADMIN, MANAGER, WORKER],
};
export const PURCHASER = {
  ...ofDistrict,
  kind: OrganisationKind.PURCHASER,
  name: '示例街道办事处',
  domain: DOMAINS.purchaser,
  roles: [ADMIN, VIEWER],
};
export const BUREAU = {
  ...ofDistrict,
  kind: OrganisationKind.SUPERVISOR,
  name: '示例区民政局',
  domain: DOMAINS.bureau,
  roles: [ADMIN],
};

export interface ZoneOfStation {
  name: string;
  points: string[];
  /** Its share of the station's work, in hundredths. */
  share: number;
}

export const ZONES: readonly ZoneOfStation[] = [
  { name: '示例片区一', points: ['示例东社区', '示例西社区', '示例里社区'], share: 40 },
  { name: '示例片区二', points: ['示例南社区', '示例北社区'], share: 32 },
  { name: '示例片区三', points: ['示例湾社区', '示例桥社区'], share: 28 },
];

export const ANNUAL_FEE = '2400000';
export const POSTS = 12;
export const CERTIFIED_SHARE = '0.6';
