import type { Day } from '../../../platform/calendar';
import { exact, trimmed, twoDecimals } from '../../../platform/decimal';
import { storedText } from '../../../platform/text-forms';
import type { Amendable, AmendablePart } from './amendable.repository';
import type { AmendmentContent, GivenPart } from './content';
import { amendedTerms } from './amended-terms.rules';

/** The field of a change, as clients read it. */
type ChangedField =
  | 'annualFee'
  | 'endsOn'
  | 'requiredPosts'
  | 'requiredCertifiedShare'
  | 'target'
  | 'term'
  | 'zone'
  | 'point'
  | 'project'
  | 'instalment';

/** One value that an amendment changes. */
export interface Change {
  field: ChangedField;
  aspect: 'value' | 'name' | 'days' | 'zone' | 'state';
  /** Null where the agreement itself is meant, or a part that is yet to be. */
  subjectId: string | null;
  subject: string | null;
  was: string | null;
  becomes: string | null;
  /** What it becomes, where `becomes` says it in words: the id of a zone. */
  value?: string | null;
}

/** States of a place, in a change. */
export const OPEN = 'OPEN';
const CLOSED = 'CLOSED';

/** What an input without faults changes, but its targets. */
export function changesOf(input: AmendmentContent, before: Amendable): Change[] {
  return [
    ...numberChanges(input, before),
    ...endChange(input, before),
    ...termChanges(input, before),
    ...partChanges('zone', input.zones, before.zones, before, input.effectiveOn),
    ...partChanges('point', input.points, before.points, before, input.effectiveOn),
    ...partChanges('project', input.projects, before.projects, before, input.effectiveOn),
    ...instalmentChanges(input, before),
  ].filter(({ was, becomes }) => was !== becomes);
}

function numberChanges(input: AmendmentContent, before: Amendable): Change[] {
  return (['annualFee', 'requiredPosts', 'requiredCertifiedShare'] as const).flatMap((field) => {
    const becomes = input[field];
    if (becomes == null) return [];
    const was = before[field];
    const isSame = was !== null && exact(was).eq(exact(becomes));
    const written = field === 'annualFee' ? twoDecimals(becomes) : trimmed(becomes);
    return [{ ...ofAgreement(field), was, becomes: isSame ? was : written }];
  });
}

function endChange({ endsOn }: AmendmentContent, before: Amendable): Change[] {
  return endsOn == null ? [] : [{ ...ofAgreement('endsOn'), was: before.endsOn, becomes: endsOn }];
}

function termChanges(input: AmendmentContent, before: Amendable): Change[] {
  const days = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string => `${startsOn}/${endsOn}`;
  const after = amendedTerms(input, before);
  return [
    ...before.terms.flatMap((term) => {
      const now = after.find(({ id }) => id === term.id);
      const change = { field: 'term' as const, subjectId: term.id, subject: term.name };
      return [
        { ...change, aspect: 'days' as const, was: days(term), becomes: now ? days(now) : null },
        { ...change, aspect: 'name' as const, was: term.name, becomes: now?.name ?? term.name },
      ];
    }),
    ...after
      .filter(({ id }) => id === null)
      .map((term) => ({
        field: 'term' as const,
        aspect: 'days' as const,
        subjectId: null,
        subject: term.name,
        was: null,
        becomes: days(term),
      })),
  ];
}

function partChanges(
  field: 'zone' | 'point' | 'project',
  given: readonly GivenPart[] | null | undefined,
  parts: readonly AmendablePart[],
  { zones }: Amendable,
  day: Day,
): Change[] {
  const zoneName = (id: string | null | undefined): string | null =>
    zones.find((zone) => zone.id === id)?.name ?? null;
  return (given ?? []).flatMap(({ id, name, close, zoneId }): Change[] => {
    const part = parts.find((one) => one.id === id);
    const subject = part?.name ?? storedText(name ?? '');
    const change = { field, subjectId: part?.id ?? null, subject };
    if (!part) return [{ ...change, aspect: 'state', was: null, becomes: OPEN }];
    const isOpen = part.closesOn === null || part.closesOn > day;
    return [
      { ...change, aspect: 'name', was: part.name, becomes: name == null ? part.name : storedText(name) },
      {
        ...change,
        aspect: 'zone',
        was: zoneName(part.zoneId),
        becomes: zoneName(zoneId ?? part.zoneId),
        value: zoneId ?? part.zoneId,
      },
      {
        ...change,
        aspect: 'state',
        was: isOpen ? OPEN : CLOSED,
        becomes: close ? CLOSED : isOpen ? OPEN : CLOSED,
      },
    ];
  });
}

function instalmentChanges({ instalments }: AmendmentContent, before: Amendable): Change[] {
  if (!instalments) return [];
  const conditions = new Set([...before.instalments, ...instalments].map(({ condition }) => condition));
  return [...conditions].map((condition) => {
    const known = before.instalments.find((one) => one.condition === condition);
    return {
      field: 'instalment' as const,
      aspect: 'value' as const,
      subjectId: known?.id ?? null,
      subject: condition,
      was: known?.share ?? null,
      // 0: from that day on there is none.
      becomes: trimmed(instalments.find((one) => one.condition === condition)?.share ?? '0'),
    };
  });
}

const ofAgreement = (
  field: ChangedField,
): { field: ChangedField; aspect: 'value'; subjectId: null; subject: null } => ({
  field,
  aspect: 'value',
  subjectId: null,
  subject: null,
});
