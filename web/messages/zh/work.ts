export const work = {
  title: '评估待办',
  counted: (title: string, count: number) => `${title}（${count}）`,
  toScore: '待评分',
  nothingToScore: '没有等您评分的评估。主管部门启动新的评估后会出现在这里。',
  toReview: '待确认的整改',
  nothingToReview: '没有等您确认的整改。',
  scored: '已评分，待其他方或结束',
  nothingScored: '没有已评分而尚未结束的评估。',
  closed: '已结束',
  nothingClosed: '还没有结束的评估。',
  toAnswer: '待回应的关注问题',
  nothingToAnswer: '没有等您回应的关注问题。',
};
