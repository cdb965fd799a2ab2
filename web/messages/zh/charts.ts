/** What every chart has. */
export const charts = {
  table: '数据表',
  png: '存为图片',
};
