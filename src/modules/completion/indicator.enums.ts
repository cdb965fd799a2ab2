/** 指标类别: a part of 附件1. */
export enum IndicatorSection {
  SERVICE = 'SERVICE',
  ACTIVITY = 'ACTIVITY',
  LINKAGE = 'LINKAGE',
  VOLUNTEER = 'VOLUNTEER',
  OTHER = 'OTHER',
}
