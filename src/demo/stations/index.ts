import type { StationFacts } from '../facts';
import { fengyuan } from './fengyuan';
import { yuangang } from './yuangang';
import { yuncheng } from './yuncheng';
import { zhongluotan } from './zhongluotan';
import { zhongnan } from './zhongnan';

/** Five real stations of Guangzhou. */
export const STATIONS: readonly StationFacts[] = [zhongnan, yuncheng, yuangang, zhongluotan, fengyuan];
