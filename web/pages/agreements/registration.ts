import type {
  InstalmentCondition,
  ProjectInput,
  RegisterAgreementInput,
  ServiceModel,
} from '../../generated/graphql';
import type { Messages } from '../../messages';
import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';

type Texts = Messages['agreements'];

export const CONDITIONS: readonly InstalmentCondition[] = ['SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED'];

/** A registration as it is typed: lists have a line each. */
export const EMPTY_REGISTRATION = {
  isNewStation: false,
  stationId: '',
  stationName: '',
  newName: '',
  newStreet: '',
  newDistrict: '',
  operatorId: '',
  purchaserId: '',
  serviceModel: 'STATION_ZONE_POINT' as ServiceModel,
  startsOn: '',
  endsOn: '',
  annualFee: '',
  requiredPosts: '',
  requiredCertifiedShare: '',
  terms: '',
  zones: '',
  points: '',
  projects: '',
  SIGNING: '',
  MIDTERM_QUALIFIED: '',
  FINAL_QUALIFIED: '',
  contractNumber: '',
  signedOn: '',
  cycleId: '',
  cycleYear: '',
  allowGaps: false,
  asProposal: false,
};

export type Registration = typeof EMPTY_REGISTRATION;

/** The fields with a list. */
export const LISTS = ['terms', 'zones', 'points', 'projects'] as const;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const namesOf = (text: string): string[] =>
  text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** "name: rest", with either colon; undefined without one. */
function pairOf(line: string): readonly [name: string, rest: string] | undefined {
  const [, name, rest] = /^([^:：]+)[:：](.*)$/.exec(line) ?? [];
  return name === undefined || rest === undefined ? undefined : [name.trim(), rest.trim()];
}

/** What is sent, or what cannot be read of it. */
export function registrationOf(
  draft: Registration,
  messages: Texts,
): { readonly input: RegisterAgreementInput; readonly mistakes: readonly Mistake[] } {
  const reading = new Reading();
  reading.chosen(draft.operatorId, 'operatorId');
  reading.chosen(draft.purchaserId, 'purchaserId');
  const [startsOn, endsOn] = [reading.day(draft.startsOn, 'startsOn'), reading.day(draft.endsOn, 'endsOn')];
  const input = {
    ...stationOf(draft, reading),
    operatorId: draft.operatorId,
    purchaserId: draft.purchaserId,
    serviceModel: draft.serviceModel,
    startsOn,
    endsOn,
    annualFee: reading.numberOrNull(draft.annualFee, 'annualFee'),
    requiredPosts: reading.numberOrNull(draft.requiredPosts, 'requiredPosts'),
    requiredCertifiedShare: reading.numberOrNull(draft.requiredCertifiedShare, 'requiredCertifiedShare'),
    terms: termsOf(draft, reading, messages),
    zones: linesOf(draft.zones).map((line, at) => {
      const pair = pairOf(line);
      if (!pair) reading.wrong(messages.zonesHint, 'zones', String(at));
      return { name: pair?.[0] ?? line, points: namesOf(pair?.[1] ?? '') };
    }),
    points: linesOf(draft.points),
    projects: linesOf(draft.projects).map((line, at) => projectOf(line, at, reading, messages)),
    instalments: CONDITIONS.flatMap((condition) => {
      const share = reading.numberOrNull(draft[condition], condition);
      return share === null ? [] : [{ condition, share }];
    }),
    contractNumber: draft.contractNumber.trim() || null,
    signedOn: reading.dayOrNull(draft.signedOn, 'signedOn'),
    // A cycle of other parties, chosen before they were changed, is refused by its rules.
    cycleId: draft.cycleId || null,
    cycleYear:
      draft.cycleId === '' || draft.cycleYear.trim() === ''
        ? null
        : reading.count(draft.cycleYear, 'cycleYear'),
    allowGaps: draft.allowGaps,
    asProposal: draft.asProposal,
  };
  return { input, mistakes: reading.mistakes };
}

function stationOf(
  draft: Registration,
  reading: Reading,
): Pick<RegisterAgreementInput, 'stationId' | 'newStation'> {
  if (!draft.isNewStation) {
    reading.chosen(draft.stationId, 'stationId');
    return { stationId: draft.stationId };
  }
  const { newName: name, newStreet: street, newDistrict: districtCode } = draft;
  reading.required(name, 'newStation', 'name');
  reading.required(street, 'newStation', 'street');
  reading.chosen(districtCode, 'newStation', 'districtCode');
  return { newStation: { name, street, districtCode } };
}

/** One over all days where none is named. */
function termsOf(
  draft: Registration,
  reading: Reading,
  messages: Texts,
): { name: string; startsOn: string; endsOn: string }[] {
  const lines = linesOf(draft.terms);
  // The days themselves are read, and their mistakes named, at their own fields.
  const days = new Reading();
  if (lines.length === 0)
    return [
      {
        name: messages.onlyTerm,
        startsOn: days.day(draft.startsOn, ''),
        endsOn: days.day(draft.endsOn, ''),
      },
    ];
  return lines.map((line, at) => {
    const [name = '', rest = ''] = pairOf(line) ?? [];
    const [first = '', last = ''] = rest.split(/\s*(?:至|to|~|～)\s*/);
    const [startsOn, endsOn] = [days.day(first, ''), days.day(last, '')];
    if (startsOn === '' || endsOn === '') reading.wrong(messages.termsHint, 'terms', String(at));
    return { name, startsOn, endsOn };
  });
}

function projectOf(line: string, at: number, reading: Reading, messages: Texts): ProjectInput {
  const [word = '', name = ''] = pairOf(line) ?? [];
  const { kindWords, domains } = messages;
  const kind = (['CORE', 'KEY', 'SPECIAL'] as const).find((it) => kindWords[it] === word);
  const domain = (['FAMILY', 'ELDERLY', 'YOUTH'] as const).find((it) => domains[it] === word);
  if (!kind && !domain) reading.wrong(messages.projectsHint, 'projects', String(at));
  return { kind: kind ?? 'BASIC', name, domain: domain ?? null };
}

/** A mistake in a list, with the line that it is in. */
export function withLine({ message, path }: Mistake, messages: Pick<Texts, 'line'>): Mistake {
  const [field = '', at] = path;
  const isList = LISTS.some((it) => it === field) && at !== undefined;
  return { path, message: isList ? messages.line(Number(at) + 1, message) : message };
}
