import { OrganisationKind } from '../access';
import { StartError } from '../platform/start-error';

/** An organisation, as the directory has it. */
export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  districtCode: string | null;
}

/**
 * The scope of a login of an organisation: the rows that have `value` in `column`, or all; views that are hidden from it;
 * and which sealed scores it sees, as the roles of the server do.
 */
export interface BiScope {
  column: string | null;
  value: string | null;
  without: readonly string[];
  sealedBut: string | null;
}

/** The scope of an organisation, equal to that of its API keys. Refuses an organisation whose scope would be empty or incomplete. */
export function scopeOf({ id, kind, name, districtCode }: Organisation): BiScope {
  switch (kind) {
    case OrganisationKind.OPERATOR:
      return { column: 'organisation_id', value: id, without: [], sealedBut: null };
    case OrganisationKind.PURCHASER:
      return { column: 'purchaser_id', value: id, without: [], sealedBut: `party = 'PURCHASER'` };
    case OrganisationKind.SUPERVISOR:
      return districtCode === null
        ? { column: null, value: null, without: [], sealedBut: 'on_paper' }
        : {
            column: 'district_code',
            value: districtCode,
            without: [],
            sealedBut: `party = 'SUPERVISOR' or on_paper`,
          };
    case OrganisationKind.MENTORING_CENTRE:
      if (districtCode !== null) throw seesNothing(name);
      // Single service records are hidden from assessors.
      return {
        column: null,
        value: null,
        without: ['service_records'],
        sealedBut: `party = 'MENTORING_CENTRE'`,
      };
    case OrganisationKind.ASSESSOR:
      throw new StartError(
        `${name} is an assessor: its agreements change with every assessment that is opened, which a login cannot follow. Give it an API key, for exports and analytics / 第三方评估机构的协议范围随评估变动，请改用 API 密钥`,
      );
    case OrganisationKind.PLATFORM:
      throw seesNothing(name);
  }
}

function seesNothing(name: string): StartError {
  return new StartError(
    `${name} sees no service data, so it gets no login / 该机构无权查看服务数据，不设登录账号`,
  );
}
