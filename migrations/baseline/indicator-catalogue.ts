/** [code, name, unit] */
type Measure = [string, string, string];

/** [code, Chinese name, English name, measures]: the catalogue as the stations report it, in the order of 附件1. */
export const INDICATORS: [string, string, string, Measure[]][] = [
  ['CASE_FILE', '建档', 'Case files opened', [['FILES', '档案数', '个']]],
  ['HOME_VISIT', '居家探访/家庭探视', 'Home visits', [['VISITS', '探访数', '户']]],
  ['PHONE_VISIT', '电访', 'Telephone visits', [['CALLS', '电访次数', '次']]],
  ['HOTLINE', '红棉热线', 'Hongmian hotline', [['CALLS', '服务次数', '次']]],
  ['CONSULT_CASE', '咨询个案', 'Consultation cases', [['CASES', '个数', '个']]],
  [
    'CASEWORK',
    '专业个案',
    'Professional casework',
    [
      ['OPENED', '接案数', '个'],
      ['SESSIONS', '节数', '节'],
      ['CLOSED', '结案数', '个'],
    ],
  ],
  [
    'GROUPWORK',
    '专业小组',
    'Professional groups',
    [
      ['GROUPS', '个数', '个'],
      ['SESSIONS', '节数', '节'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'LARGE_EVENT',
    '大型社区活动',
    'Large community events',
    [
      ['EVENTS', '次数', '个'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'MEDIUM_EVENT',
    '中型社区活动',
    'Medium community events',
    [
      ['EVENTS', '次数', '个'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'SMALL_EVENT',
    '小型社区活动',
    'Small community events',
    [
      ['EVENTS', '次数', '个'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'SMALL_MEDIUM_EVENT',
    '中小型社区活动',
    'Small and medium community events',
    [
      ['EVENTS', '次数', '个'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'POLICY_TALK',
    '政策宣传',
    'Policy outreach events',
    [
      ['EVENTS', '次数', '次'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'REGULAR_SERVICE',
    '常规服务/恒常服务',
    'Regular services',
    [
      ['SERVICES', '个数', '个'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'OUTREACH',
    '外展',
    'Outreach',
    [
      ['OCCASIONS', '次数', '次'],
      ['PARTICIPANTS', '人次', '人次'],
    ],
  ],
  [
    'LIAISON',
    '对外沟通、社区走访、社区宣传、居民会议',
    "Liaison, walks, publicity and residents' meetings",
    [['OCCASIONS', '服务次数', '次']],
  ],
  [
    'VOLUNTEER_SERVICE',
    '志愿者服务',
    'Volunteer service',
    [
      ['OCCASIONS', '服务次数', '次'],
      ['PARTICIPANTS', '志愿服务人次', '人次'],
    ],
  ],
  ['VOLUNTEER_TEAM_BUILDING', '志愿者团建', 'Volunteer team building', [['OCCASIONS', '服务次数', '次']]],
  ['VOLUNTEER_RECRUITED', '发展志愿者/个人志愿者', 'Volunteers recruited', [['PERSONS', '个数', '人']]],
  ['VOLUNTEER_TRAINING', '志愿者通用性培训', 'General volunteer training', [['SESSIONS', '场数', '场']]],
  [
    'VOLUNTEER_ACTIVITY_TRAINING',
    '志愿者活动性培训',
    'Activity training for volunteers',
    [['SESSIONS', '场数', '场']],
  ],
  ['VOLUNTEER_TEAM_NEW', '新增志愿团队', 'Volunteer teams founded', [['TEAMS', '支数', '支']]],
  ['VOLUNTEER_TEAM_KEPT', '维系志愿团队', 'Volunteer teams kept active', [['TEAMS', '支数', '支']]],
  ['RESOURCE_LINKED', '资源链接', 'Resources linked', [['AMOUNT', '折合人民币', '元']]],
  ['COMMUNITY_STUDY', '社区调研', 'Community studies', [['REPORTS', '份数', '份']]],
  ['PARTY_CHARITY_EVENT', '党建引领慈善活动', 'Party-led charity events', [['EVENTS', '次数', '次']]],
  ['NEEDS_SURVEY', '摸查需求', 'Needs surveys', [['SURVEYS', '次数', '次']]],
  [
    'COMMUNITY_ORG_INCUBATED',
    '社区社会组织培育',
    'Community organisations incubated',
    [['ORGANISATIONS', '个数', '个']],
  ],
  ['FLAGSHIP_PROJECT', '五社联动品牌项目', 'Five-community flagship projects', [['PROJECTS', '个数', '个']]],
  [
    'COMMITTEE_MEETING',
    '协调购买方及社区居委会沟通会议',
    "Meetings with purchaser and residents' committees",
    [['MEETINGS', '次数', '次']],
  ],
  ['BACKBONE_TRAINED', '培育社区骨干', 'Community backbones trained', [['PERSONS', '人数', '人']]],
  ['VOLUNTEER_GROUP_DEVELOPED', '发展志愿者团体', 'Volunteer groups developed', [['GROUPS', '个数', '个']]],
  ['ACTIVE_VOLUNTEER_TEAM', '活跃志愿者团队', 'Active volunteer teams', [['TEAMS', '个数', '个']]],
  [
    'PUBLIC_ISSUE_RESOLVED',
    '协助街道介入和解决的社区公共问题',
    'Community issues resolved with the street office',
    [['ISSUES', '个数', '个']],
  ],
  ['TYPICAL_CASE', '典型案例', 'Typical cases written up', [['CASES', '个数', '个']]],
  ['PROFESSIONAL_TRAINING', '专业培训', 'Professional training', [['HOURS', '时数', '小时']]],
  ['PROJECT_MEETING', '项目会议', 'Project meetings', [['MEETINGS', '次数', '次']]],
  ['PROJECT_EVALUATION', '项目评估', 'Project evaluations', [['EVALUATIONS', '次数', '次']]],
  ['HALF_YEARLY_BULLETIN', '半年刊制作及派发', 'Half-yearly bulletin', [['ISSUES', '次数', '次']]],
  ['SERVICE_HOURS', '服务工时', 'Service hours', [['HOURS', '工时', '小时']]],
];
