export const entry = {
  title: '填报',
  keys: [['Enter', '下一行']] as [string, string][],
};
