import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, OrganisationKind } from '../../access';
import { connectionOf } from '../../platform/graphql/connection';
import { Node } from '../../platform/graphql/node.type';
import type { OrganisationRow } from './organisation.repository';

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'The parties of a service agreement, and the platform itself.',
  valuesConfig: {
    OPERATOR: { description: '承接机构: runs stations; the tenant.' },
    PURCHASER: { description: '购买方: the street office or town government that buys the service.' },
    SUPERVISOR: {
      description: '监督方: the civil-affairs bureau of a district, or of the city when it has no district.',
    },
    MENTORING_CENTRE: { description: '市督导中心' },
    ASSESSOR: { description: '第三方评估机构' },
    PLATFORM: { description: '平台: maintains the directory, has no access to service data.' },
  },
});

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: '成员角色, in descending order: each includes the permissions of the next.',
  valuesConfig: {
    ADMIN: { description: '管理员: agreements, targets, budget, members.' },
    MANAGER: {
      description:
        '站长/主管: corrections of records by others, staff, responses to findings; receipts and expenditures where the administrator lets it.',
    },
    WORKER: { description: '社工: service records.' },
    VIEWER: { description: '查看者: read-only.' },
  },
});

@ObjectType('Organisation', {
  implements: Node,
  simpleResolvers: true,
  description:
    '机构: a party of service agreements. Every signed-in member can read its kind, name and district.',
})
export class OrganisationType implements Node, Omit<OrganisationRow, 'districtCode' | 'isAdministered'> {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Trade name, e.g. 大同.' })
  shortName!: string | null;
}

export const OrganisationConnection = connectionOf('Organisation', () => OrganisationType).Connection;
