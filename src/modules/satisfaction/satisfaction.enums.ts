/** 服务手法: the method by which the surveyed clients were served. */
export enum SatisfactionMethod {
  CASEWORK = 'CASEWORK',
  GROUPWORK = 'GROUPWORK',
  EVENT = 'EVENT',
  OVERALL = 'OVERALL',
}
