import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 社工站 in the directory. Only for inserts; reads go through core.station_access. */
@Entity({ schema: 'core', name: 'station' })
export class StationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'district_code' })
  districtCode!: string;

  @Column('text')
  name!: string;

  @Column('text')
  street!: string;
}
