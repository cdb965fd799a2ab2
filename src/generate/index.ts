export { ACCOUNTS } from './accounts';
export { fillCity } from './fill';
export { type CityOptions, readOptions } from './options';
export { type City, planCity } from './plan';
export { progressOn } from './progress';
export { cityStateOf } from './city-state';
export { Lottery, Random } from './random';
export { ALL_WEIGHTS, decimalOf, mean, WORK, type Work } from './work';
