/** 服务手法: how the clients who were asked had been served. */
export enum SatisfactionMethod {
  CASEWORK = 'CASEWORK',
  GROUPWORK = 'GROUPWORK',
  EVENT = 'EVENT',
  OVERALL = 'OVERALL',
}
