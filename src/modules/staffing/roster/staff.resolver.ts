import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY } from '../../agreement';
import {
  AddStaffSpellInput,
  ChangeStaffMemberInput,
  ChangeStaffSpellInput,
  EnrolStaffInput,
  RecordStaffPayInput,
  SetStaffCertificatesInput,
  SetStaffZonesInput,
} from './staff.input';
import { EnrolStaffPayload, StaffMemberPayload, StaffPayPayload } from './staff.type';
import type { ChangedStaff, StaffChangeService } from './staff-change.service';
import type { StaffEnrolmentService } from './staff-enrolment.service';
import type { StaffingService } from '../report/staffing.service';

@Resolver()
export class StaffResolver {
  constructor(
    private readonly enrolment: StaffEnrolmentService,
    private readonly changes: StaffChangeService,
    private readonly staffing: StaffingService,
  ) {}

  @Asserts('staff.manage')
  @Cost({ sizedBy: 'input.members', each: 10 })
  @Mutation(() => EnrolStaffPayload, { description: '登记人员. Atomic, at most 100 members.' })
  async enrolStaff(
    @Ctx() { caller }: Context,
    @Arg('input', () => EnrolStaffInput) input: EnrolStaffInput,
  ): Promise<EnrolStaffPayload> {
    return payload(caller.language, async () => {
      const { memberIds, ...key } = await this.enrolment.enrol(caller, input);
      return { memberIds, members: await this.staffing.members(caller, key, memberIds) };
    });
  }

  @Asserts('staff.manage')
  @Cost({ sizedBy: 'input.entries', each: 3 })
  @Mutation(() => StaffPayPayload, { description: '登记社保和工资发放情况. Atomic.' })
  async recordStaffPay(
    @Ctx() { caller }: Context,
    @Arg('input', () => RecordStaffPayInput) input: RecordStaffPayInput,
  ): Promise<StaffPayPayload> {
    return payload(caller.language, async () => {
      const { memberIds, ...key } = await this.enrolment.recordPay(caller, input);
      return { members: await this.staffing.members(caller, key, memberIds) };
    });
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, { description: '修改人员资料' })
  async changeStaffMember(
    @Ctx() { caller }: Context,
    @Arg('input', () => ChangeStaffMemberInput) input: ChangeStaffMemberInput,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.changeDetails(caller, input));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, {
    description: '作废人员登记: the enrolment remains readable and is excluded from all figures.',
  })
  async voidStaffMember(
    @Ctx() { caller }: Context,
    @Arg('memberId', () => ID) memberId: string,
    @Arg('reason', () => String) reason: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.void(caller, { memberId, reason, idempotencyKey }));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, { description: '登记返岗: adds a further spell on post.' })
  async addStaffSpell(
    @Ctx() { caller }: Context,
    @Arg('input', () => AddStaffSpellInput) input: AddStaffSpellInput,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.addSpell(caller, input));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, { description: '登记离岗, or corrects the days of a spell.' })
  async changeStaffSpell(
    @Ctx() { caller }: Context,
    @Arg('input', () => ChangeStaffSpellInput) input: ChangeStaffSpellInput,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.changeSpell(caller, input));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, {
    description: '删除误录的在岗时段. The only spell of a member cannot be deleted.',
  })
  async removeStaffSpell(
    @Ctx() { caller }: Context,
    @Arg('spellId', () => ID) spellId: string,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY })
    idempotencyKey: string | null,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.removeSpell(caller, { spellId, idempotencyKey }));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, { description: '设定证书: replaces all certificates of one member.' })
  async setStaffCertificates(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetStaffCertificatesInput) input: SetStaffCertificatesInput,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.setCertificates(caller, input));
  }

  @Asserts('staff.manage')
  @Mutation(() => StaffMemberPayload, {
    description:
      '设定所属片区: no zone, one, or two with a share of 0.5 each, from a day on. What was before that day stays.',
  })
  async setStaffZones(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetStaffZonesInput) input: SetStaffZonesInput,
  ): Promise<StaffMemberPayload> {
    return this.changed(caller, async () => this.changes.setZones(caller, input));
  }

  private async changed(caller: Caller, work: () => Promise<ChangedStaff>): Promise<StaffMemberPayload> {
    return payload(caller.language, async () => {
      const { memberId, ...key } = await work();
      const [member] = await this.staffing.members(caller, key, [memberId]);
      return member ? { member } : {};
    });
  }
}
