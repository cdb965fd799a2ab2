import type { AgreementDetailFragment } from '../../generated/graphql';
import type { Messages } from '../../messages';
import { daysBetween } from '../../ui/days';
import { EMPTY_REGISTRATION, type Registration } from './registration';

/** Whether its terms leave days of an agreement out. */
function haveGaps({ startsOn, endsOn, terms }: AgreementDetailFragment): boolean {
  const days = terms.reduce((sum, term) => sum + daysBetween(term.startsOn, term.endsOn) + 1, 0);
  return terms.length > 0 && days < daysBetween(startsOn, endsOn) + 1;
}

/** What a proposal says, as it is typed into the form: the other way round of `registrationOf`. */
export function registrationFrom(
  agreement: AgreementDetailFragment,
  messages: Messages['agreements'],
): Registration {
  const { zones, points, projects, terms, funding } = agreement;
  const { kindWords, domains } = messages;
  const names = (parts: readonly { readonly name: string }[]): string =>
    parts.map(({ name }) => name).join(messages.listComma);
  const shares = Object.fromEntries(funding.instalments.map(({ condition, share }) => [condition, share]));
  return {
    ...EMPTY_REGISTRATION,
    ...shares,
    stationId: agreement.station.id,
    stationName: agreement.station.name,
    operatorId: agreement.operator.id,
    purchaserId: agreement.purchaser.id,
    serviceModel: agreement.serviceModel,
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    annualFee: agreement.annualFee ?? '',
    requiredPosts: agreement.requiredPosts ?? '',
    requiredCertifiedShare: agreement.requiredCertifiedShare ?? '',
    terms: terms
      .map(({ name, startsOn, endsOn }) => `${name}${messages.colon}${messages.range(startsOn, endsOn)}`)
      .join('\n'),
    zones: zones.map((zone) => `${zone.name}${messages.colon}${names(zone.points)}`).join('\n'),
    points: points
      .filter(({ zone }) => zone === null)
      .map(({ name }) => name)
      .join('\n'),
    projects: projects
      .map(({ name, kind, domain }) => {
        const word = kind === 'BASIC' ? domain && domains[domain] : kindWords[kind];
        return `${word ?? ''}${messages.colon}${name}`;
      })
      .join('\n'),
    contractNumber: agreement.contractNumber ?? '',
    signedOn: agreement.signedOn ?? '',
    allowGaps: haveGaps(agreement),
  };
}
