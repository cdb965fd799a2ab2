/** Requests that are not answered as they were asked: over HTTP, or with an error in GraphQL. */
export const request = {
  NOT_SIGNED_IN: () => '您尚未登录，或登录已失效。请重新登录。',
  SESSION_ENDED: () => '您的登录已失效。请重新登录。',
  SIGN_IN_FOR_SCHEMA: () => '登录后才能查看接口的结构（introspection）。',
  ACTION_NOT_PERMITTED: () => '您的账号没有此项权限。如确有需要，请联系本单位的管理员。',
  ID_NOT_FOUND: ({ id }: { id: string }) => `找不到编号为“${id}”的内容，或您无权查看。请核对编号。`,
  ADDRESS_NOT_FOUND: () => '没有这个地址。',

  TOO_MANY_FAILED_SIGN_INS: ({ seconds }: { seconds: number }) =>
    `登录失败次数过多，请在 ${seconds} 秒后再试。`,
  TOO_MANY_SIGN_INS: () => '正在登录的人太多，请稍后再试。',
  COST_BUDGET_SPENT: ({ seconds }: { seconds: number }) =>
    `查询过于频繁，本分钟的额度已用完，请在 ${seconds} 秒后再试。`,
  TOO_MANY_EXPORTS: () => '正在进行的导出较多，请稍后再试。',
  TOO_MANY_OWN_EXPORTS: ({ most }: { most: number }) =>
    `贵单位已有 ${most} 个导出正在进行，请等其中一个完成后再试。`,
  SERVICE_BUSY: () => '服务繁忙，请稍后重试。',
  DATABASE_UNAVAILABLE: () => '系统暂时繁忙，请稍后再试。如正在保存，请先查看是否已保存。',
  REQUEST_TOOK_TOO_LONG: () => '处理超时，已中止。若为写入操作，请先查询结果再重试。',
  INTERNAL_ERROR: ({ requestId }: { requestId: string }) =>
    `系统出现错误。如持续出现，请将此编号告知我们：${requestId}`,

  OPERATION_TOO_DEEP: ({ limit }: { limit: number }) => `查询嵌套过深：最多 ${limit} 层。请拆成几个查询。`,
  OPERATION_TOO_LARGE: ({ limit }: { limit: number }) =>
    `查询的字段过多：连同片段最多 ${limit} 个。请拆成几个查询。`,
  TOO_MANY_ALIASES: ({ limit }: { limit: number }) => `查询中的别名过多：最多 ${limit} 个。请拆成几个查询。`,
  TOO_MANY_DIRECTIVES: ({ limit }: { limit: number }) => `查询中的指令过多：最多 ${limit} 个。`,
  OPERATION_TOO_COSTLY: ({ cost, limit }: { cost: number; limit: number }) =>
    `此查询的成本为 ${cost}，超过上限 ${limit}。请减小 first，或分几次查询。`,
  UNKNOWN_OPERATION: () =>
    '请求中没有可执行的操作。请核对 operationName：文档含多个操作时必须指明其中一个；不支持 subscription。',
  OPERATION_NOT_REGISTERED: () => '此服务只接受事先登记的操作，而此操作未登记。请联系系统管理员。',

  MALFORMED_REQUEST: () => '请求格式不正确。',
  METHOD_NOT_ALLOWED: ({ allowed }: { allowed: string }) => `此地址只接受 ${allowed}。`,
  WRONG_CONTENT_TYPE: () => '请以 Content-Type: application/json（UTF-8，不压缩）发送请求。',
  BODY_COMPRESSED: () => '请不压缩地发送请求正文（不使用 Content-Encoding）。',
  BODY_TOO_LARGE: ({ size }: { size: string }) => `请求正文不得超过 ${size}，请分批提交。`,
  BODY_TOO_SLOW: () => '请求正文未能及时送达。',
  BODY_NOT_UTF8: () => '请求正文不是有效的 UTF-8，请以 UTF-8 编码重新发送。',
  BODY_NOT_JSON: () => '请求正文不是有效的 JSON。',
  BODY_NOT_AN_OBJECT: () => '请求正文须为一个 JSON 对象。',
  BATCH_NOT_ACCEPTED: () => '不接受批量请求，请每次只发送一个操作。',
  HTTP_VERSION_TOO_OLD: () =>
    '导出需要 HTTP/1.1：HTTP/1.0 无法区分完整与中断的文件。若经 nginx 转发，请设置 proxy_http_version 1.1。',
  TYPE_NOT_ACCEPTED: ({ type }: { type: string }) =>
    `此地址返回 ${type}，而请求的 Accept 不接受它。请改用另一扩展名，或去掉 Accept。`,
};
