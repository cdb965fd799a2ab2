import type { Day } from '../../../../platform/calendar';
import { CERTIFICATE_WORDS, CertificateLevel, type RosterLine } from '../../../staffing';

/** 2024年6月16日 */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 合同期限: the days on post, as the form writes them; a line for each time that somebody came. */
export function contractInWords({ member }: RosterLine): string {
  const dotted = (day: Day): string => day.replaceAll('-', '.');
  return member.spells
    .map(({ from, to }) => `${dotted(from)}-${to === null ? '无固定期限' : dotted(to)}`)
    .join('\n');
}

/** 岗位资格证: the highest. */
export function certificateInWords({ member }: RosterLine): string {
  const order = Object.values(CertificateLevel);
  const [highest] = member.certificates
    .map(({ level }) => level)
    .sort((a, b) => order.indexOf(b) - order.indexOf(a));
  return highest === undefined ? '' : CERTIFICATE_WORDS[highest];
}

/** 备注: what explains the months, of the days that are known. */
export function noteInWords({ member, months }: RosterLine, endsOn: Day): string {
  const last = member.spells.at(-1)?.to ?? null;
  return [
    ...(months.some(({ presence }) => presence === '0.5') ? ['入职当月计0.5人次'] : []),
    ...member.certificates.flatMap(({ level, passedOn }) =>
      passedOn === null ? [] : [`${dayInWords(passedOn)}考取${CERTIFICATE_WORDS[level]}证`],
    ),
    ...(last !== null && last < endsOn ? [`${dayInWords(last)}离职`] : []),
  ].join('\n');
}
