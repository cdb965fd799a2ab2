/** The registration of an agreement with its station, projects, zones, points, terms and instalments. */
export const agreement = {
  STATION_MISSING: () => '请选择已有社工站（stationId），或填写新社工站（newStation）。',
  STATION_AMBIGUOUS: () => '已有社工站与新社工站只能填写其中一个。',
  STATION_UNDER_AGREEMENT: () => '该社工站在这些日期内已有服务协议，请核对起止日期。',
  STATION_NAME_TAKEN: ({ name }: { name: string }) =>
    `该区已有（或曾有）名为“${name}”或名称相似的社工站，请核对后换一个名称，或选择已有社工站。`,
  DISTRICT_NOT_YOURS: () => '只能登记本区的社工站。',
  NOT_AN_OPERATOR: () => '没有此承接机构，请核对。',
  NOT_A_PURCHASER: () => '没有此购买方，请核对。',
  NOT_YOUR_ORGANISATION: () => '只能登记本单位为一方的协议。',
  PURCHASER_OF_OTHER_DISTRICT: () => '购买方须与社工站在同一个区。',
  AGREEMENT_TOO_LONG: ({ years }: { years: number }) =>
    `一份服务协议最长 ${years} 年，请核对结束日期；续签请另行登记。`,
  DOMAIN_MISSING: () => '基础项目须注明领域：家庭、长者或青少年。',
  DOMAIN_NOT_ALLOWED: () => '只有基础项目需要注明领域。',
  ONE_CORE_PROJECT: () => '113X 须有且只有一个核心项目。',
  ONE_KEY_PROJECT: () => '113X 须有且只有一个重点项目。',
  THREE_BASIC_PROJECTS: () => '113X 须有三个基础项目，家庭、长者、青少年各一个。',
  ZONE_MISSING: () => '“站—片区—点”模式至少需要一个片区。',
  POINTS_BELONG_TO_ZONES: () => '有片区时，社工点请填写在所属片区内。',
  POINT_MISSING: () => '每个片区至少需要一个社工点。',
  TERM_OUTSIDE_AGREEMENT: ({ first, last }: { first: string; last: string }) =>
    `项目期须在协议期（${first} 至 ${last}）之内。`,
  TERMS_OVERLAP: () => '项目期须按先后顺序填写，且不能重叠。',
  DUPLICATE_INSTALMENT: () => '同一付款条件只能有一期。',
  SHARES_NOT_WHOLE: ({ sum }: { sum: string }) => `各期付款比例之和须为 1，现为 ${sum}。`,
};
