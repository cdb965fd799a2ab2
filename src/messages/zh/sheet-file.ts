/** Why an uploaded file is not read as a spreadsheet. */
export const sheetFile = {
  FILE_NAME_NOT_ENCODED: () => '文件名须以百分号编码放在 X-File-Name 中。',
  WRONG_UPLOAD_TYPE: () => '请以文件本身的 Content-Type（如 application/octet-stream）上传，不要用表单。',
  FILE_EMPTY: () => '文件是空的，请重新保存后上传。',
  FILE_TOO_LARGE: ({ megabytes }: { megabytes: number }) =>
    `文件超过 ${megabytes} MB，请删去图片或拆成几个文件后上传。`,
  FILE_KIND_UNKNOWN: () => '这不是表格文件。请上传 .xlsx、.xls、.ods 或 .csv。',
  FILE_IS_WEB_PAGE: () => '这是网页文件，不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
  FILE_ENCRYPTED: () => '文件设有密码。请在 Excel 或 WPS 中取消密码后重新上传。',
  FILE_BROKEN: () => '文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。',
  FILE_HAS_DOCTYPE: () =>
    '文件内含不允许的内容（DOCTYPE）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。',
  FILE_TOO_COMPLEX: () => '文件展开后过大。请删去空白的行、列和图片，只留需要的表，另存为 .xlsx 后重新上传。',
  FILE_TAKES_TOO_LONG: () => '读取文件用时过长。请删去不需要的表和格式，另存为 .xlsx 后重新上传。',
  FILE_TEXT_UNREADABLE: () => '文字编码无法识别。请另存为“CSV UTF-8”或 .xlsx 后重新上传。',
  FILE_HAS_TOO_MANY_SHEETS: ({ sheets, most }: { sheets: number; most: number }) =>
    `文件有 ${sheets} 张表，最多 ${most} 张。请拆成几个文件后上传。`,
  FILE_HAS_TOO_MANY_ROWS: ({ sheet, most }: { sheet: string; most: number }) =>
    `“${sheet}”超过 ${most} 行。请拆成几个文件后上传。`,
  FILE_HAS_TOO_MANY_COLUMNS: ({ sheet, most }: { sheet: string; most: number }) =>
    `“${sheet}”超过 ${most} 列。请删去右侧多余的列后上传。`,
};
