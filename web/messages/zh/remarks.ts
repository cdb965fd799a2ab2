/** What is added to a record or a month, which stays as it is. */
export const remarks = {
  title: '备注与佐证',
  none: '还没有备注。各方可在此补充说明或佐证，不影响记录和数字。',
  by: (organisation: string, member: string, moment: string) => `${organisation} · ${member} · ${moment}`,
  remark: '补充备注',
  evidence: '佐证',
  evidenceHint: '网址或档案、文件编号',
  add: '添加',
};
