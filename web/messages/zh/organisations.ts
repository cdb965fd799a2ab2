/** The directory, as the platform maintains it. */
export const organisations = {
  title: '机构名录',
  kind: '类别',
  allKinds: '全部类别',
  district: '区',
  districtHint: '购买方必填；市级监督方不填。',
  administrator: '管理员',
  has: '已有',
  hasNone: '尚无',
  add: '新增机构',
  inviteFirst: '邀请首位管理员',
  firstHint: '该单位还没有管理员加入。再次邀请会生成新的链接；先接受的一位成为首位管理员。',
  nameAdministrator: '指定管理员',
  nameHint: '仅在该单位的管理员都已离开，或该单位提出时使用。理由会显示在该单位的成员列表和操作日志中。',
  formerly: (names: string) => `（曾用名：${names}）`,
  fields: {
    name: '名称',
    shortName: '简称',
    administratorName: '首位管理员姓名',
    administratorEmail: '首位管理员邮箱',
  },
};
