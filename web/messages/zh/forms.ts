/** What every form says. */
export const forms = {
  dayHint: '请填日期，例如 2024-12-31。',
  numberHint: '请填数字，例如 1200 或 0.6。',
  countHint: '请填整数，例如 15。',
  required: '请填写。',
  choose: '请选择',
  pleaseChoose: '请选择。',
  reason: '理由',
  kept: '已填内容保存在这个标签页里，刷新后还在。',
  rename: '更名',
  newName: '新名称',
  nameFrom: '自哪天起',
  nameFromHint: '不能晚于今天。此日之前的报表仍用原名称。',
  discard: '放弃填写',
};
