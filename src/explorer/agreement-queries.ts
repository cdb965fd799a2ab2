/** What waits for a confirmation, and what has been confirmed, with every change since. */
export const PROPOSALS = `query Proposals {
  agreements(states: [PROPOSED], first: 20) {
    totalCount
    nodes {
      id
      revision
      station { name }
      operator { name }
      purchaser { name }
      startsOn
      endsOn
      annualFee
      proposedBy { name }
      proposedAt
    }
  }
}`;

export const AMENDMENTS = `query Amendments {
  agreements(states: [CONFIRMED], first: 20) {
    nodes {
      station { name }
      startsOn
      endsOn
      amendments {
        state
        kind
        effectiveOn
        reason
        changes { field subject was becomes }
      }
    }
  }
}`;

/** The months of agreements in force, as far as they are handed in. */
export const MONTHS = `query ReportMonths {
  reportMonths(first: 50) {
    totalCount
    nodes {
      agreement { station { name } operator { shortName name } }
      month
      state
      dueOn
      handedInAt
      isLate
      isMissing
    }
  }
}`;
