import type { ReactNode } from 'react';
import type { AssessmentDetailFragment, FindingDetailFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { useViewer } from '../../session/viewer';
import { today } from '../../ui/days';
import { momentText } from '../../ui/moments';
import { FindingSteps } from './finding-steps';
import { stepsOfFinding } from './steps';

/** Findings, each with its responses and reviews, and what the member may do with it. */
export function FindingList({
  title,
  findings,
  assessment,
}: {
  readonly title: string;
  readonly findings: readonly FindingDetailFragment[];
  readonly assessment: AssessmentDetailFragment;
}): ReactNode {
  const { assessments: messages } = texts();
  const { may } = useViewer();
  return (
    <section className="section">
      <h2>{title}</h2>
      {findings.length === 0 && <p className="soft">{messages.noFindings}</p>}
      {findings.map((finding) => (
        <article key={finding.id} className={finding.withdrawnAt === null ? 'finding' : 'finding withdrawn'}>
          <Head finding={finding} />
          <p className="finding-text">{finding.text}</p>
          <Steps finding={finding} />
          {finding.withdrawnReason !== null && (
            <p className="notice">{messages.withdrawn(finding.withdrawnReason)}</p>
          )}
          <FindingSteps finding={finding} steps={stepsOfFinding(finding, assessment, may)} />
        </article>
      ))}
    </section>
  );
}

function Head({
  finding: { kind, party, state, section, zone, point, dueOn, addedAt },
}: {
  readonly finding: FindingDetailFragment;
}): ReactNode {
  const { assessments: messages, terms } = texts();
  const isLate = dueOn !== null && dueOn < today() && state !== 'ACCEPTED';
  return (
    <header>
      <span className={`badge ${kind}`}>{terms.findings[kind]}</span>
      {state !== null && <span className={`badge ${state}`}>{terms.findingStates[state]}</span>}
      {section === 'MANAGEMENT' || section === 'OVERALL' ? <span>{messages.about[section]}</span> : null}
      {zone && <span>{messages.zone(zone.name)}</span>}
      {point && <span>{messages.point(point.name)}</span>}
      {dueOn !== null && <span className={isLate ? 'behind' : undefined}>{messages.due(dueOn)}</span>}
      <span className="soft">
        {terms.parties[party]} · {momentText(addedAt)}
      </span>
    </header>
  );
}

/** 整改记录: every response and review, as it was given. */
function Steps({ finding: { steps } }: { readonly finding: FindingDetailFragment }): ReactNode {
  const { terms } = texts();
  if (steps.length === 0) return null;
  return (
    <ol className="finding-steps">
      {steps.map(({ state, text, at }, index) => (
        <li key={index}>
          <span className="soft">
            {terms.findingStates[state]}
            {at !== null && ` · ${momentText(at)}`}
          </span>
          {text !== null && <p className="finding-text">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
