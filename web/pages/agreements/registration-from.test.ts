import type { AgreementDetailFragment } from '../../generated/graphql';
import { zh } from '../../messages/zh';
import { registrationOf } from './registration';
import { registrationFrom } from './registration-from';

test('what a proposal says is read from the form as it is', () => {
  const agreement = {
    station: { id: 's', name: '站' },
    operator: { id: 'o' },
    purchaser: { id: 'p' },
    serviceModel: 'PROJECT_113X',
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    annualFee: '2400000.00',
    requiredPosts: null,
    requiredCertifiedShare: '0.6',
    terms: [
      { id: 't1', name: '上半年', startsOn: '2025-01-01', endsOn: '2025-06-30' },
      { id: 't2', name: '下半年', startsOn: '2025-07-01', endsOn: '2025-12-31' },
    ],
    zones: [
      {
        id: 'z',
        name: '东片',
        points: [
          { id: 'q1', name: '东一' },
          { id: 'q2', name: '东二' },
        ],
      },
    ],
    points: [
      { id: 'q1', name: '东一', zone: { id: 'z' } },
      { id: 'q2', name: '东二', zone: { id: 'z' } },
      { id: 'q3', name: '独立点', zone: null },
    ],
    projects: [
      { id: 'j1', name: '邻里互助', kind: 'CORE', domain: null },
      { id: 'j2', name: '颐养', kind: 'BASIC', domain: 'ELDERLY' },
    ],
    funding: { instalments: [{ condition: 'SIGNING', share: '1', due: null }] },
    contractNumber: '合-1',
    signedOn: '2024-12-20',
  } as unknown as AgreementDetailFragment;
  const { agreements: messages } = zh;
  const { input, mistakes } = registrationOf(registrationFrom(agreement, messages), messages);
  expect(mistakes).toEqual([]);
  expect(input).toMatchObject({
    stationId: 's',
    operatorId: 'o',
    purchaserId: 'p',
    serviceModel: 'PROJECT_113X',
    annualFee: '2400000.00',
    requiredPosts: null,
    requiredCertifiedShare: '0.6',
    terms: agreement.terms.map(({ name, startsOn, endsOn }) => ({ name, startsOn, endsOn })),
    zones: [{ name: '东片', points: ['东一', '东二'] }],
    points: ['独立点'],
    projects: [
      { kind: 'CORE', name: '邻里互助', domain: null },
      { kind: 'BASIC', name: '颐养', domain: 'ELDERLY' },
    ],
    instalments: [{ condition: 'SIGNING', share: '1' }],
    contractNumber: '合-1',
    signedOn: '2024-12-20',
  });
});
