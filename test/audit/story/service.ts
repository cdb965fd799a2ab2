import { type Chapters, DAY, reason } from './cast';

/** Agreement, from its proposal on, targets and records. */
export const SERVICE: Chapters = {
  registerAgreement: ({ admin, registration, made }) => ({
    by: admin,
    args: { input: registration },
    select: 'agreement { id station { id } terms { id } zones { id } }',
    action: 'AGREEMENT_REGISTERED',
    thing: 'Agreement',
    values: 'after',
    keep: ({ agreement }) => {
      Object.assign(made, {
        agreementId: agreement.id,
        stationId: agreement.station.id,
        termId: agreement.terms[0]!.id,
        zoneId: agreement.zones[0]!.id,
      });
    },
  }),
  setTargets: ({ admin, made: { agreementId, termId } }) => ({
    by: admin,
    args: {
      input: { agreementId, targets: [{ termId, indicator: 'HOTLINE', measure: 'CALLS', value: '100' }] },
    },
    action: 'TARGETS_SET',
    thing: 'Agreement',
    values: 'both',
  }),
  setStaffingParameters: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { input: { agreementId, halfAfterDay: 10 } },
    action: 'STAFFING_PARAMETERS_SET',
    thing: 'Agreement',
    values: 'both',
  }),
  reviseProposal: ({ admin, registration, made: { agreementId: id } }) => ({
    by: admin,
    args: { id, input: registration },
    action: 'PROPOSAL_REVISED',
    thing: 'Agreement',
    values: 'both',
  }),
  confirmAgreement: ({ purchaser, made: { agreementId: id } }) => ({
    by: purchaser,
    args: { id },
    action: 'AGREEMENT_CONFIRMED',
    thing: 'Agreement',
    values: 'both',
  }),
  recordContract: ({ purchaser, made: { agreementId } }) => ({
    by: purchaser,
    args: { input: { agreementId, contractNumber: '合同 1' } },
    action: 'CONTRACT_RECORDED',
    thing: 'Agreement',
    values: 'both',
  }),
  registerContractCycle: ({ purchaser, made, registration: { operatorId, purchaserId } }) => ({
    by: purchaser,
    args: {
      input: {
        operatorId,
        purchaserId,
        procurementNumber: '采购 1',
        amount: '3000000',
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
      },
    },
    action: 'CYCLE_REGISTERED',
    thing: 'ContractCycle',
    values: 'after',
    select: 'cycle { id }',
    keep: ({ cycle }) => {
      made.cycleId = cycle.id;
    },
  }),
  correctContractCycle: ({ purchaser, made: { cycleId: id } }) => ({
    by: purchaser,
    args: { input: { id, amount: '3100000' } },
    action: 'CYCLE_CORRECTED',
    thing: 'ContractCycle',
    values: 'both',
  }),
  renewAgreement: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { input: { agreementId, startsOn: '2025-01-01', endsOn: '2025-12-31' } },
    action: 'AGREEMENT_RENEWED',
    thing: 'Agreement',
    values: 'after',
  }),
  declineAgreement: ({ purchaser, made: { otherId: id } }) => ({
    by: purchaser,
    args: { id, reason },
    action: 'AGREEMENT_DECLINED',
    thing: 'Agreement',
    values: 'both',
  }),
  withdrawAgreement: ({ admin, made: { otherId: id } }) => ({
    by: admin,
    args: { id, reason },
    action: 'PROPOSAL_WITHDRAWN',
    thing: 'Agreement',
    values: 'both',
  }),
  voidAgreement: ({ bureau, made: { otherId: id } }) => ({
    by: bureau,
    args: { id, reason },
    action: 'AGREEMENT_VOIDED',
    thing: 'Agreement',
    values: 'both',
  }),
  renameStation: ({ bureau, made: { stationId } }) => ({
    by: bureau,
    args: { input: { stationId, name: '更名后的审计站', from: '2024-02-01', reason: '街道合并' } },
    action: 'STATION_RENAMED',
    thing: 'Station',
    values: 'both',
  }),
  recordServices: ({ worker, made }) => ({
    by: worker,
    args: {
      input: {
        agreementId: made.agreementId,
        records: ['3', '4'].map((value) => ({
          indicator: 'HOTLINE',
          occurredOn: DAY,
          quantities: [{ measure: 'CALLS', value }],
        })),
      },
    },
    action: 'SERVICES_RECORDED',
    thing: 'Agreement',
    values: 'after',
    select: 'records { id }',
    keep: ({ records }) => {
      Object.assign(made, { recordId: records[0]!.id, spareId: records[1]!.id });
    },
  }),
  correctServiceRecord: ({ worker, made: { recordId: id } }) => ({
    by: worker,
    args: { input: { id, expectedRevision: 1, note: '改', reason } },
    action: 'RECORD_CORRECTED',
    thing: 'ServiceRecord',
    values: 'both',
  }),
  addRemark: ({ purchaser, made: { recordId: subjectId } }) => ({
    by: purchaser,
    args: { input: { subjectId, text: '请附签到表' } },
    action: 'REMARK_ADDED',
    thing: 'Remark',
    values: 'after',
  }),
  correctServiceRecords: ({ worker, made: { recordId: id } }) => ({
    by: worker,
    args: { inputs: [{ id, expectedRevision: 2, note: '再改', reason }] },
    action: 'RECORD_CORRECTED',
    thing: 'ServiceRecord',
    values: 'both',
  }),
  voidServiceRecords: ({ worker, made: { spareId: id } }) => ({
    by: worker,
    args: { ids: [id], reason },
    action: 'RECORD_VOIDED',
    thing: 'ServiceRecord',
    values: 'both',
  }),
  voidServiceRecord: ({ worker, made: { recordId: id } }) => ({
    by: worker,
    args: { id, reason },
    action: 'RECORD_VOIDED',
    thing: 'ServiceRecord',
    values: 'both',
  }),
};
