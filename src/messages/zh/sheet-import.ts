/** What is reported of an import: at its cells, and when it is applied or undone. */
export const sheetImport = {
  ALREADY_RECORDED: ({ by }: { by: string }) =>
    `${by}已登记过完全相同的一条记录，此行不再写入。若是另一次服务，请在备注中写明区别后重新上传。`,
  ALREADY_IMPORTED: ({ by }: { by: string }) =>
    `${by}导入的另一份记录表中已有完全相同的一行，此行不再写入。若是另一次服务，请在备注中写明区别后重新上传。`,
  KEPT_AS_CORRECTED: () => '此行以前已导入，其记录后来由人工更正，保持更正后的内容。',
  KEPT_AS_VOIDED: () => '此行以前已导入，其记录后来由人工作废，不再写入。',
  SIMILAR_ROW_VOIDED: () =>
    '以前导入过同日、同处、同一指标的一行，其记录已作废。此行将作为新的记录写入，请核对。',
  SIMILAR_ROW_IMPORTED: () =>
    '您以前导入过同日、同处、同一指标的一行，本文件中没有那一行。此行将作为新的记录写入；如果是改动，请改为在服务记录中更正。',
  CHANGED_ROW_UNCLEAR: () =>
    '同日、同处、同一指标有不止一行与以前导入的不同，看不出哪一行改自哪一行。请先在服务记录中更正，再重新上传，不会重复写入。',
  CHANGED_ROW_CORRECTED_SINCE: () =>
    '此行与以前导入的不同，但其记录导入后已由人工更正，不能覆盖。请在服务记录中核对并更正。',
  CHANGED_ROW_OF_OTHER: ({ by }: { by: string }) =>
    `此行改动了${by}导入的记录。更正他人的记录须由主管进行，请由主管导入，或在服务记录中更正。`,
  ROWS_GONE: ({ rows }: { rows: number }) =>
    `以前导入的 ${rows} 行已不在此文件中，其记录保持不变。如应取消，请在服务记录中作废。`,
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
