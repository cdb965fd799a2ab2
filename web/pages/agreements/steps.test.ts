import { missingParties, stepsOfAgreement, stepsOfAmendment } from './steps';

const OPERATOR = { id: 'operator', name: '某机构' };
const STREET = { id: 'street', name: '某街' };
const BUREAU = { id: 'bureau', name: '某局' };

const PARTY = ['agreement.register', 'agreement.confirm', 'amendment.confirm', 'amendment.withdraw'];
const looking = (id: string, ...may: string[]): { may: string[]; organisation: { id: string } } => ({
  may: may.length > 0 ? may : [...PARTY, 'amendment.answer'],
  organisation: { id },
});

const proposal = {
  state: 'PROPOSED' as const,
  proposedBy: OPERATOR,
  operator: OPERATOR,
  purchaser: STREET,
  operatorConfirmedAt: null,
  purchaserConfirmedAt: null,
};

test('who proposed withdraws, the other party confirms or declines, who only reads does nothing', () => {
  expect(stepsOfAgreement(proposal, looking('operator'))).toEqual(['withdrawAgreement']);
  expect(stepsOfAgreement(proposal, looking('street'))).toEqual(['confirmAgreement', 'declineAgreement']);
  expect(stepsOfAgreement(proposal, looking('bureau'))).toEqual(['confirmAgreement', 'declineAgreement']);
  expect(stepsOfAgreement(proposal, looking('street', 'agreement.read'))).toEqual([]);
  expect(missingParties(proposal)).toEqual([STREET]);
});

test('what a bureau proposed waits for both parties; who has confirmed does not again', () => {
  const half = { ...proposal, proposedBy: BUREAU, operatorConfirmedAt: '2024-01-01T00:00:00Z' };
  expect(missingParties({ ...half, operatorConfirmedAt: null })).toEqual([OPERATOR, STREET]);
  expect(missingParties(half)).toEqual([STREET]);
  expect(stepsOfAgreement(half, looking('operator'))).toEqual(['declineAgreement']);
  expect(stepsOfAgreement(half, looking('street'))).toEqual(['confirmAgreement', 'declineAgreement']);
});

test('only who may void is offered it, only where it is confirmed', () => {
  const confirmed = { ...proposal, state: 'CONFIRMED' as const };
  expect(stepsOfAgreement(confirmed, looking('bureau', 'agreement.void'))).toEqual(['voidAgreement']);
  expect(stepsOfAgreement(confirmed, looking('street'))).toEqual([]);
  expect(stepsOfAgreement({ ...proposal, state: 'VOID' }, looking('bureau', 'agreement.void'))).toEqual([]);
});

test('an amendment is confirmed by the other side, and one of a bureau is answered once', () => {
  const amendment = { state: 'PROPOSED' as const, proposedBy: OPERATOR, answers: [] };
  expect(stepsOfAmendment(amendment, proposal, looking('operator'))).toEqual(['withdrawAmendment']);
  expect(stepsOfAmendment(amendment, proposal, looking('street'))).toEqual([
    'confirmAmendment',
    'declineAmendment',
  ]);
  const made = { state: 'CONFIRMED' as const, proposedBy: BUREAU, answers: [] };
  expect(stepsOfAmendment(made, proposal, looking('street'))).toEqual([
    'acknowledgeAmendment',
    'objectToAmendment',
  ]);
  expect(stepsOfAmendment({ ...made, answers: [{ by: STREET }] }, proposal, looking('street'))).toEqual([]);
  expect(stepsOfAmendment({ ...made, proposedBy: OPERATOR }, proposal, looking('street'))).toEqual([]);
});
