import type { Caller } from '../../../access';
import { badInput } from '../../../platform/app-error';
import { lockRow } from '../../../platform/database/row-lock';
import { assertNoFaults } from '../../../platform/faults';
import { InputRules } from '../../../platform/input-rules';
import type { SetAssessmentSchemeInput } from './scheme.input';
import { IN_FORCE, insertScheme, ownScheme, type SchemeRow } from './scheme.repository';
import { checkScheme } from './scheme.rules';

/** 评估方案: set by the bureau of the city for all districts, by that of a district for its own, which comes first. */
export class SchemeService {
  /** What an assessment in a district is opened with, whose last day is in a year. */
  async inForce(caller: Caller, year: number, districtCode?: string | null): Promise<SchemeRow> {
    const member = caller.assert('scheme.read');
    if (districtCode != null && !/^[0-9]{6}$/.test(districtCode)) throw badInput('INVALID_DISTRICT_CODE');
    const [scheme] = await member.read(IN_FORCE, [districtCode ?? null, year]);
    if (!scheme) throw new Error('there is always a scheme');
    return scheme;
  }

  /** Sets the scheme of the caller's own bureau; the same again changes nothing. */
  async set(caller: Caller, input: SetAssessmentSchemeInput): Promise<SchemeRow> {
    const member = caller.assert('scheme.set');
    const { organisationId, districtCode, memberId } = member.session;
    const { year, expectedVersion } = input;
    return member.write(async (transaction) => {
      const rules = new InputRules();
      const scheme = checkScheme(rules, input);
      await lockRow(transaction, 'scheme', organisationId, String(year));
      const before = await ownScheme(transaction, organisationId, year);
      const isSame = before !== null && contentOf(before) === contentOf(scheme);
      const currentVersion = before?.version ?? 0;
      if (expectedVersion != null && expectedVersion !== currentVersion && !isSame) {
        rules.add('STALE_SCHEME', ['expectedVersion'], { version: currentVersion });
      }
      assertNoFaults(rules.faults);
      const version = isSame ? currentVersion : currentVersion + 1;
      const at = isSame ? before.setAt : member.now();
      const owner = { organisationId, districtCode, year, version };
      if (!isSame) await insertScheme(transaction, { ...scheme, ...owner, at: member.now(), by: memberId });
      transaction.log({
        action: 'SCHEME_SET',
        thing: 'AssessmentScheme',
        thingId: String(year),
        before: before && { year, version: before.version, ...bandsAndParties(before) },
        after: { year, version, ...bandsAndParties(scheme) },
      });
      return { ...scheme, districtCode, version, setAt: at };
    });
  }
}

type Content = Pick<SchemeRow, 'parties' | 'excellentFrom' | 'goodFrom' | 'qualifiedFrom'>;

function bandsAndParties({ parties, excellentFrom, goodFrom, qualifiedFrom }: Content): Content {
  return { parties, excellentFrom, goodFrom, qualifiedFrom };
}

function contentOf({ parties, excellentFrom, goodFrom, qualifiedFrom }: Content): string {
  const list = parties.map(({ party, name, maximum, items }) => [
    party,
    name ?? null,
    maximum,
    (items ?? []).map((item) => [item.name, item.maximum]),
  ]);
  return JSON.stringify([list, excellentFrom, goodFrom, qualifiedFrom]);
}
