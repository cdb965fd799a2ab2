import '../kit/as-in-production';
import { testExecutions } from '../execution/support/differential';

testExecutions(50_000);
