import { type Caller, OrganisationKind } from '../access';
import type { Services } from '../api';
import { keyOf } from '../modules/agreement';
import {
  AssessmentKind,
  AssessmentParty,
  FindingKind,
  FindingSection,
  PARTIES,
  type ScoringParty,
} from '../modules/assessment';
import { exact } from '../platform/decimal';
import { accountOf, administratorOf, domainsOf } from './accounts';
import type { As } from './acting';
import type { FindingFacts, StationFacts } from './facts';
import { findRegistered } from './load-station';

type AssessmentFacts = NonNullable<StationFacts['assessment']>;

/**
 * Opened by the bureau of the district, scored by each of the four with what it found, and closed: the source gives the
 * result. Idempotent.
 */
export async function loadAssessment(
  services: Services,
  as: As,
  facts: StationFacts,
  { kind, assessor, scores, findings }: AssessmentFacts,
): Promise<void> {
  const { agreements, assessments, scores: scoring } = services;
  const { ASSESSOR, MENTORING_CENTRE, SUPERVISOR } = OrganisationKind;
  const bureau = accountOf(SUPERVISOR, ({ districtCode }) => districtCode === facts.district.code);
  const [opened, agreement] = await as(bureau, async (caller) => {
    const registered = await findRegistered(services, caller, facts);
    const existing = await assessments.listOf(caller, keyOf(await agreements.get(caller, registered.id)));
    const known = existing.find((one) => one.kind === AssessmentKind[kind]);
    if (known) return [known, registered];
    const [term] = facts.agreement.terms;
    const id = await assessments.open(caller, {
      agreementId: registered.id,
      kind: AssessmentKind[kind],
      from: term?.assessedFrom ?? facts.agreement.startsOn,
      to: term?.assessedTo ?? facts.agreement.endsOn,
      assessorId: await assessorId(services, caller, assessor),
    });
    return [await assessments.get(caller, id), registered];
  });
  if (opened.closedAt !== null) return;
  const scorers: Record<ScoringParty, string> = {
    PURCHASER: administratorOf(domainsOf(facts.street)[1]),
    MENTORING_CENTRE: accountOf(MENTORING_CENTRE),
    THIRD_PARTY: accountOf(ASSESSOR, ({ name }) => name === assessor),
    SUPERVISOR: bureau,
  };
  for (const party of PARTIES) {
    await as(scorers[party], async (caller) => {
      const found = findings.filter((finding) => AssessmentParty[finding.party] === party);
      await addFindings(services, caller, opened.id, found, agreement.zoneId);
      const given = (await scoring.scores(caller, opened)).find((one) => one.party === party)?.score;
      if (given != null && exact(given).eq(scores[party])) return;
      await scoring.score(caller, { assessmentId: opened.id, score: scores[party] });
    });
  }
  await as(bureau, async (caller) => assessments.close(caller, opened.id));
}

/** One after the other: they are shown in the order in which they were added. */
async function addFindings(
  { findings }: Services,
  caller: Caller,
  assessmentId: string,
  found: readonly FindingFacts[],
  zoneId: (name: string | undefined) => string | null,
): Promise<void> {
  for (const [at, { kind, section, zone, text }] of found.entries()) {
    await findings.add(caller, {
      assessmentId,
      text,
      kind: FindingKind[kind],
      section: section ? FindingSection[section] : null,
      zoneId: zoneId(zone),
      idempotencyKey: `report ${at + 1}`,
    });
  }
}

/** The id of an assessor by its name. */
export async function assessorId({ organisations }: Services, caller: Caller, name: string): Promise<string> {
  const page = await organisations.list(caller, OrganisationKind.ASSESSOR, { first: 100, after: null });
  const assessor = page.nodes.find((organisation) => organisation.name === name);
  if (!assessor) throw new Error(`the demo has no assessor ${name}`);
  return assessor.id;
}
