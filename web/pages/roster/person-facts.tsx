import { Fragment, type ReactNode } from 'react';
import type { RosterMemberFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { rosterTexts } from '../../messages/roster';

/** What is known of a person: when on post, with which certificates, where. */
export function PersonFacts({ person }: { readonly person: RosterMemberFragment }): ReactNode {
  const messages = rosterTexts();
  const { common } = texts();
  const facts = [
    [messages.kind, [messages.kinds[person.kind]]],
    [messages.position, [person.position]],
    [messages.spells, person.spells.map(spellText)],
    [messages.certificates, person.certificates.map(certificateText)],
    [messages.practisingSince, [person.practisingSince]],
    [
      messages.zones,
      person.zoneHistory.map(({ since, zones }) =>
        messages.since(since, zones.map(({ zone }) => zone.name).join('、') || messages.noZone),
      ),
    ],
  ] as const;
  return (
    <>
      {person.voidedAt !== null && <p className="notice">{messages.voided(person.voidReason ?? '')}</p>}
      {person.warnings.map(({ code, month, message }) => (
        <p key={`${code} ${month ?? ''}`} className="notice">
          {message}
        </p>
      ))}
      <dl className="facts person-facts">
        {facts.map(([name, values]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {values.length === 0 && common.nothing}
              {values.map((value, at) => (
                <div key={at}>{value ?? common.nothing}</div>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

export function spellText({ employedFrom, employedTo }: RosterMemberFragment['spells'][number]): string {
  return rosterTexts().spell(employedFrom, employedTo);
}

export function certificateText({ level, passedOn }: RosterMemberFragment['certificates'][number]): string {
  const messages = rosterTexts();
  return messages.certificate(messages.levels[level], passedOn);
}
