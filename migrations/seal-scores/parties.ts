const ADMINISTERS = '(select scope.administers())';
const WORKS = '(select scope.works())';
const ITSELF = '(select scope.organisation_id())';

/** Who of a scoring party that is no bureau may write. */
export const SCORING: Readonly<Record<string, string>> = {
  app_purchaser: ADMINISTERS,
  app_mentoring: WORKS,
  app_assessor: WORKS,
};

export const PARTY_ROLES = Object.keys(SCORING);

/** The scores that each role gives: a party its own, the bureaus also what is on paper. */
export const OWN: Readonly<Record<string, string>> = {
  app_purchaser: `${ADMINISTERS} and party = 'PURCHASER'`,
  app_supervisor: `${ADMINISTERS} and (party = 'SUPERVISOR' or on_paper)`,
  app_city: `${ADMINISTERS} and on_paper`,
  app_mentoring: `${WORKS} and party = 'MENTORING_CENTRE'`,
  app_assessor: `${WORKS} and party = 'THIRD_PARTY' and assessor_id = ${ITSELF}`,
};

/** The sealed scores that each role sees. */
export const SEALED_BUT: Readonly<Record<string, string | null>> = {
  app_operator: null,
  app_purchaser: `party = 'PURCHASER'`,
  app_supervisor: `party = 'SUPERVISOR' or on_paper`,
  app_city: 'on_paper',
  app_mentoring: `party = 'MENTORING_CENTRE'`,
  app_assessor: `assessor_id = ${ITSELF}`,
};
