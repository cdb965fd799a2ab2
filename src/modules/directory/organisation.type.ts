import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, OrganisationKind } from '../../access';
import { connectionOf } from '../../platform/graphql/connection';
import { Node } from '../../platform/graphql/node.type';

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'The parties of a service agreement, and the platform itself.',
  valuesConfig: {
    OPERATOR: { description: '承接机构: runs stations. The tenant.' },
    PURCHASER: { description: '购买方: the street office or town government that buys the service.' },
    SUPERVISOR: {
      description: '监督方: the civil-affairs bureau of a district, or of the city when it has no district.',
    },
    MENTORING_CENTRE: { description: '市督导中心' },
    ASSESSOR: { description: '第三方评估机构' },
    PLATFORM: { description: '平台: keeps the directory, sees no service data.' },
  },
});

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: '成员角色: each may do what the next one may, and more.',
  valuesConfig: {
    ADMIN: { description: '管理员: agreements, targets, budget, members.' },
    MANAGER: { description: '站长/主管: corrections of others, staff, responses to findings.' },
    WORKER: { description: '社工: service records.' },
    VIEWER: { description: '查看者: reads.' },
  },
});

@ObjectType('Organisation', {
  implements: Node,
  simpleResolvers: true,
  description:
    '机构: a party of service agreements. Its kind, name and district are known to every signed-in member.',
})
export class OrganisationType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganisationKind)
  kind!: OrganisationKind;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Trade name, e.g. 大同.' })
  shortName!: string | null;

  /** Code of `district`. */
  districtCode!: string | null;
}

export const OrganisationConnection = connectionOf('Organisation', () => OrganisationType).Connection;
