import { readConfig } from './src/config';
import { ownerDataSource } from './src/platform/database/migrations';

/** For TypeORM's own command line (`typeorm migration:show -d dist/ormconfig.js`), as the owner. */
export default ownerDataSource(readConfig().databaseOwnerUrl ?? 'postgres://localhost/stations');
