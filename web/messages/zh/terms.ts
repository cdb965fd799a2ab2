/** The values of the domain, as people call them. */
export const terms = {
  role: { ADMIN: '管理员', MANAGER: '主管', WORKER: '社工', VIEWER: '查看者' },
  kind: {
    OPERATOR: '承接机构',
    PURCHASER: '购买方',
    SUPERVISOR: '监督方',
    MENTORING_CENTRE: '督导中心',
    ASSESSOR: '第三方评估机构',
    PLATFORM: '平台',
  },
  grade: { EXCELLENT: '优秀', GOOD: '良好', QUALIFIED: '合格', UNQUALIFIED: '不合格' },
  assessment: { MIDTERM: '中期评估', FINAL: '末期评估' },
  assessmentStates: { OPEN: '进行中', CLOSED: '已结束', CANCELLED: '已取消' },
  parties: {
    PURCHASER: '购买方',
    SUPERVISOR: '监督方',
    MENTORING_CENTRE: '市督导中心',
    THIRD_PARTY: '第三方评估机构',
    OTHER: '其他评分方',
  },
  findings: { STRENGTH: '优点', CONCERN: '关注问题' },
  findingStates: { OPEN: '待回应', ANSWERED: '已回应', ACCEPTED: '已确认', SENT_BACK: '已退回' },
};
