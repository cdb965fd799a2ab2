import type { Client } from '../../kit/api';
import type { StaffMember } from '../../staffing/support';

/** A person of the form: in one row, on post in both months. */
export interface Line {
  no?: string;
  name: string;
  position?: string;
  /** Empty: of those without one. */
  certificate?: string;
  contract: string;
  months?: string;
  note?: string;
}

/** 附件2 of two months, those with a certificate before those without. */
export function form(...lines: Line[]): string {
  const rows = [true, false].flatMap((certified) =>
    lines
      .filter(({ certificate = '' }) => (certificate !== '') === certified)
      .map(({ no, name, position = '', certificate = '', contract, months = '√,√,√,√,√,√', note = '' }) =>
        [
          certified ? '持证社工' : '非持证社工',
          no ?? String(lines.findIndex((line) => line.name === name && line.contract === contract) + 1),
          name,
          position,
          certificate === '' ? '大学本科' : certificate,
          contract,
          months,
          note,
        ].join(','),
      ),
  );
  const month = ['人员到位', '社保购买', '工资发放'].join(',');
  return [
    '新站人员到岗情况',
    '类型,序号,姓名,职位,岗位资格证/资质,合同期限,2024年3月,,,2024年4月,,,备注',
    `,,,,,,${month},${month},`,
    ...rows,
  ].join('\n');
}

export const ASSISTANT = '助理社会工作师';
export const KE = { name: '柯一舟', position: '东片社工', contract: '2024.02.01-2027.01.31' };

/** The staff of an agreement, in the order of enrolment. */
export async function staffOf(client: Client, id: string): Promise<StaffMember[]> {
  const { agreement } = await client.get<{ agreement: { staff: StaffMember[] } }>(
    `query($id: ID!) { agreement(id: $id) { staff { id name kind position voidedAt spells { id employedFrom employedTo }
      certificates { level passedOn } zones { share zone { name } } } } }`,
    { id },
  );
  return agreement.staff;
}
