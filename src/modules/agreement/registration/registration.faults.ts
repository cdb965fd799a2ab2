import type { Fault, Path } from '../../../platform/faults';

const fault = (code: string, path: Path, zh: string, en: string): Fault => ({ code, path, text: { zh, en } });

/** What can stand against a registration beyond the input itself. */
export const registrationFaults = {
  stationNotFound: () =>
    fault(
      'STATION_NOT_FOUND',
      ['stationId'],
      '找不到该社工站，或您无权查看。承接机构变更请由购买方或民政部门登记。',
      'No such station within your scope. A change of operator is registered by the purchaser or the bureau.',
    ),
  unknownDistrict: () =>
    fault(
      'UNKNOWN_DISTRICT',
      ['newStation', 'districtCode'],
      '没有此行政区代码，请从 districts 中选择。',
      'No district has this code. Please choose one of districts.',
    ),
  districtNotYours: () =>
    fault(
      'DISTRICT_NOT_YOURS',
      ['newStation', 'districtCode'],
      '只能登记本区的社工站。',
      'You register agreements in your own district.',
    ),
  notAnOperator: () =>
    fault(
      'NOT_AN_OPERATOR',
      ['operatorId'],
      '没有此承接机构，请核对。',
      'No operator has this id. Please check it.',
    ),
  notAPurchaser: () =>
    fault(
      'NOT_A_PURCHASER',
      ['purchaserId'],
      '没有此购买方，请核对。',
      'No purchaser has this id. Please check it.',
    ),
  notYours: (field: 'operatorId' | 'purchaserId') =>
    fault(
      'NOT_YOUR_ORGANISATION',
      [field],
      '只能登记本单位为一方的协议。',
      'You register agreements to which your own organisation is party.',
    ),
  otherDistrict: () =>
    fault(
      'PURCHASER_OF_OTHER_DISTRICT',
      ['purchaserId'],
      '购买方须与社工站在同一个区。',
      'The purchaser must be of the district of the station.',
    ),
  stationUnderAgreement: () =>
    fault(
      'STATION_UNDER_AGREEMENT',
      ['startsOn'],
      '该社工站在这些日期内已有服务协议，请核对起止日期。',
      'The station is under agreement on some of these days. Please check the dates.',
    ),
  stationNameTaken: (name: string) =>
    fault(
      'STATION_NAME_TAKEN',
      ['newStation', 'name'],
      `该区已有名为“${name}”或名称相似的社工站，请核对后换一个名称，或选择已有社工站。`,
      `A station named "${name}", or with a name that looks like it, stands in this district already. Please take another name, or name the station that exists.`,
    ),
};
