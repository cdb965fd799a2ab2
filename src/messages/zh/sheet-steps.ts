/** Why an import cannot be written, taken back, or have its names matched. */
export const sheetSteps = {
  STALE_PREVIEW: () => '预览之后文件的名称匹配或已有的数据有了变化，没有写入。请重新查看变更后再写入。',
  FAULTY_ROWS: ({ rows }: { rows: number }) =>
    `有 ${rows} 行有问题，没有写入。请改正后重新上传，或选择跳过有问题的行。`,
  NOTHING_TO_WRITE: () => '没有可写入的内容：各行已有记录、有问题或不是数据。',
  FIGURES_NOT_WRITTEN: () => '附件1 的完成量和百分比只用于核对，不会写入。请在公布数据核对中查看。',
  PART_NOT_IN_FILE: () => '此文件没有这部分内容，请重新选择。',
  IMPORT_EXPIRED: ({ on }: { on: string }) => `文件只保存 30 天，已于 ${on} 到期删除。如仍需要，请重新上传。`,
  IMPORT_ALREADY_APPLIED: () => '此导入已写入，不能再匹配名称。请重新上传文件。',
  IMPORT_ALREADY_UNDONE: () => '此导入已撤销。如需再次写入，请重新上传文件。',
  IMPORT_NOT_APPLIED: () => '此导入尚未写入，无需撤销。',
  NAME_NOT_IN_FILE: () => '文件中没有这个名称，请从列出的名称中选择。',
};
