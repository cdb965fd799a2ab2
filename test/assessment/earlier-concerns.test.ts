import { type Agreement, newStation, registerConfirmed, validRegistration } from '../api/support/agreements';
import { organisationId } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { parties, type Parties } from './support/parties';
import {
  addFinding,
  type Assessment,
  assessmentsOf,
  close,
  type Finding,
  must,
  open,
  respond,
  review,
  scoreAll,
} from './support/questions';

/** A concern of the last assessment is shown with its response when the next is opened. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

async function concern(client: Client, text: string, { id }: Assessment): Promise<Finding> {
  return must(await addFinding(client, id, 'CONCERN', text)).findings.at(-1)!;
}

describe('the concerns of the last assessment', () => {
  let station: Agreement;
  let midterm: Assessment;
  let final: Assessment;
  const next = { startsOn: '2025-01-01', endsOn: '2025-12-31' };
  const later = async (operator: string): Promise<Agreement> =>
    registerConfirmed(
      api,
      who.purchaser,
      await validRegistration(api, {
        newStation: null,
        stationId: station.station.id,
        ...next,
        terms: [{ name: '年度', ...next }],
        operatorId: await organisationId(api, operator),
      }),
    );
  beforeAll(async () => {
    station = await newStation(api);
    midterm = await open(who.bureau, { agreementId: station.id, assessorId: who.assessorId });
    await addFinding(who.mentors, midterm.id, 'STRENGTH', '团队稳定');
    const { id } = await concern(who.mentors, '督导记录缺失', midterm);
    await concern(who.assessor, '满意度未做', midterm);
    await respond(who.operator, id, '已补');
    await scoreAll(who, midterm.id);
    await close(who.bureau, midterm.id);
    final = await open(who.bureau, { agreementId: station.id, assessorId: who.assessorId, kind: 'FINAL' });
  });

  test('are in the next one, with their responses, also later ones', async () => {
    expect(final.concernsBefore).toEqual([
      { id: expect.any(String) as string, text: '督导记录缺失', state: 'ANSWERED', response: '已补' },
      { id: expect.any(String) as string, text: '满意度未做', state: 'OPEN', response: null },
    ]);
    expect(midterm.concernsBefore).toEqual([]);
    // After the midterm was closed its concerns are still answered and reviewed.
    must(await review(who.mentors, final.concernsBefore[0]!.id, true));
    must(await respond(who.operator, final.concernsBefore[1]!.id, '已做'));
    for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      const [, second] = await assessmentsOf(client, station.id);
      expect(second!.concernsBefore.map(({ state }) => state)).toEqual(['ACCEPTED', 'ANSWERED']);
    }
  });

  test('follow the operator into its next agreement', async () => {
    await concern(who.purchaser, '账目不清', final);
    const renewed = await later('逢源人家');
    const opened = await open(who.bureau, {
      agreementId: renewed.id,
      assessorId: who.otherAssessorId,
      from: '2025-01-01',
      to: '2025-06-30',
    });
    expect(opened.concernsBefore.map(({ text }) => text)).toEqual(['账目不清']);
    // Another assessor sees its own agreement, and not the one before.
    const [own] = await assessmentsOf(who.otherAssessor, renewed.id);
    expect(own!.concernsBefore).toEqual([]);
  });

  test('are not passed on to the next operator of the station', async () => {
    const other = await newStation(api);
    const first = await open(who.bureau, { agreementId: other.id, assessorId: who.assessorId });
    await concern(who.bureau, '前任的问题', first);
    station = other;
    const taken = await later('大同');
    const opened = await open(who.bureau, {
      agreementId: taken.id,
      assessorId: who.assessorId,
      from: '2025-01-01',
      to: '2025-06-30',
    });
    expect(opened.concernsBefore).toEqual([]);
    for (const client of [who.otherOperator, who.purchaser, who.assessor]) {
      expect((await assessmentsOf(client, taken.id))[0]!.concernsBefore).toEqual([]);
    }
  });

  test('no finding is added after closing', async () => {
    const { userErrors } = await addFinding(who.mentors, midterm.id, 'CONCERN', '');
    expect(codesAndPaths(userErrors).sort()).toEqual(['ASSESSMENT_CLOSED assessmentId', 'EMPTY_TEXT text']);
  });
});
