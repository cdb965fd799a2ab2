import type { DemoAccount } from '../explorer';
import type { City } from './plan';

const account = (email: string, zh: string, en: string, role: string): DemoAccount => ({
  email: `${email}.city.example`,
  title: { zh, en },
  role,
});

/** The accounts of every city: one of each kind. The largest operator is the first; the largest district, 白云. */
export const ACCOUNTS: readonly DemoAccount[] = [
  account('admin@operator-1', '样本001', 'operator', 'OPERATOR_ADMIN'),
  account('worker@operator-1', '样本001', 'operator', 'OPERATOR_WORKER'),
  account('admin@street-440111-1', '白云区样本一街街道办事处', 'purchaser', 'PURCHASER_ADMIN'),
  account('admin@bureau-440111', '样本市白云区民政局', 'civil-affairs bureau', 'SUPERVISOR_ADMIN'),
  account('admin@city-bureau', '样本市民政局', 'civil-affairs bureau', 'CITY_BUREAU'),
  account('admin@mentoring-centre', '样本市社会工作督导中心', 'mentoring centre', 'MENTORING_CENTRE_ADMIN'),
  account('admin@assessor-1', '样本第一评估中心', 'assessor', 'ASSESSOR_ADMIN'),
  account('admin@platform', '样本市社工服务平台', 'platform', 'PLATFORM_ADMIN'),
];

/** Gets its password last: it marks the city as complete. */
export const LAST_ACCOUNT = 'admin@platform.city.example';

/** The member behind an account. */
export function memberOf(city: City, email: string): { organisationId: string; memberId: string } {
  const parties = [
    ...city.operators,
    ...city.purchasers,
    ...city.bureaus,
    ...city.assessors,
    city.cityBureau,
    city.mentoringCentre,
    city.platform,
  ];
  for (const { id, administrator, worker } of parties) {
    const member = [administrator, worker].find((one) => one?.email === email);
    if (member) return { organisationId: id, memberId: member.id };
  }
  throw new Error(`the city has nobody with ${email}`);
}
