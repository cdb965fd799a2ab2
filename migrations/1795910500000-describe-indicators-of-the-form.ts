import type { MigrationInterface, QueryRunner } from 'typeorm';

type Section = 'SERVICE' | 'ACTIVITY' | 'LINKAGE' | 'VOLUNTEER' | 'OTHER';

/** [code, section, place in 附件1 or null, other names in use] */
const INDICATORS: [string, Section, number | null, string[]][] = [
  ['CASE_FILE', 'SERVICE', 1, ['困难群众和特殊群体建档', '服务对象建档', '居民建档']],
  ['HOTLINE', 'SERVICE', 2, ['红棉热线服务次数', '红棉热线服务', '红棉守护热线']],
  [
    'HOME_VISIT',
    'SERVICE',
    3,
    ['居家探访', '家庭探视', '家庭探视服务户数', '家庭探视服务', '入户探访', '探访'],
  ],
  ['CASEWORK', 'SERVICE', 4, ['个案', '个案服务', '专业个案服务']],
  ['GROUPWORK', 'SERVICE', 5, ['小组', '小组服务', '专业小组服务']],
  ['LARGE_EVENT', 'ACTIVITY', 6, ['大型活动']],
  ['MEDIUM_EVENT', 'ACTIVITY', 7, ['中型活动']],
  ['POLICY_TALK', 'ACTIVITY', 8, ['政策宣传活动', '救助政策宣传']],
  ['SMALL_EVENT', 'ACTIVITY', 9, ['小型活动']],
  ['PARTY_CHARITY_EVENT', 'LINKAGE', 10, []],
  ['COMMUNITY_ORG_INCUBATED', 'LINKAGE', 11, ['培育社区社会组织']],
  ['FLAGSHIP_PROJECT', 'LINKAGE', 12, ['五社联动项目']],
  ['COMMITTEE_MEETING', 'LINKAGE', 13, []],
  ['BACKBONE_TRAINED', 'VOLUNTEER', 14, ['社区骨干培育']],
  ['VOLUNTEER_GROUP_DEVELOPED', 'VOLUNTEER', 15, []],
  ['VOLUNTEER_RECRUITED', 'VOLUNTEER', 16, ['发展志愿者', '个人志愿者', '发展个人志愿者']],
  ['ACTIVE_VOLUNTEER_TEAM', 'VOLUNTEER', 17, []],
  ['NEEDS_SURVEY', 'LINKAGE', 18, ['需求摸查']],
  ['PUBLIC_ISSUE_RESOLVED', 'LINKAGE', 19, []],
  ['TYPICAL_CASE', 'OTHER', 20, []],
  ['PROFESSIONAL_TRAINING', 'OTHER', 21, []],
  ['PROJECT_MEETING', 'OTHER', 22, []],
  ['PROJECT_EVALUATION', 'OTHER', 23, []],
  ['HALF_YEARLY_BULLETIN', 'OTHER', 24, ['半年刊']],
  ['PHONE_VISIT', 'SERVICE', null, ['电话探访']],
  ['CONSULT_CASE', 'SERVICE', null, []],
  ['SMALL_MEDIUM_EVENT', 'ACTIVITY', null, ['中小型活动']],
  ['REGULAR_SERVICE', 'ACTIVITY', null, ['常规服务', '恒常服务']],
  ['OUTREACH', 'ACTIVITY', null, ['外展服务']],
  ['LIAISON', 'ACTIVITY', null, []],
  ['VOLUNTEER_SERVICE', 'VOLUNTEER', null, ['志愿服务']],
  ['VOLUNTEER_TEAM_BUILDING', 'VOLUNTEER', null, ['志愿者团队建设']],
  ['VOLUNTEER_TRAINING', 'VOLUNTEER', null, ['通用性培训']],
  ['VOLUNTEER_ACTIVITY_TRAINING', 'VOLUNTEER', null, ['活动性培训']],
  ['VOLUNTEER_TEAM_NEW', 'VOLUNTEER', null, ['新增志愿者团队']],
  ['VOLUNTEER_TEAM_KEPT', 'VOLUNTEER', null, ['维系志愿者团队']],
  ['RESOURCE_LINKED', 'LINKAGE', null, ['链接资源']],
  ['COMMUNITY_STUDY', 'LINKAGE', null, ['社区调研报告']],
  ['SERVICE_HOURS', 'OTHER', null, []],
];

/** 附件1 has its own order and sections, and its headings differ from the names of the catalogue. */
export class DescribeIndicatorsOfTheForm1795910500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.indicator
        add section text check (section in ('SERVICE', 'ACTIVITY', 'LINKAGE', 'VOLUNTEER', 'OTHER')),
        add form_position integer unique check (form_position > 0),
        add aliases text[] not null default '{}'`);
    for (const row of INDICATORS) {
      await runner.query(
        'update core.indicator set section = $2, form_position = $3, aliases = $4 where code = $1',
        row,
      );
    }
    await runner.query('alter table core.indicator alter section set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.indicator drop section, drop form_position, drop aliases');
  }
}
