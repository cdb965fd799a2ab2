import '../kit/as-in-production';
import { testExecutions } from './support/differential';

// `npm run test:drills` has more of them.
testExecutions(10_000);
