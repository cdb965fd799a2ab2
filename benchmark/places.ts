import path from 'node:path';

/** The checkout: this file runs from dist/benchmark. */
export const ROOT = path.resolve(__dirname, '../..');

/** What is not compiled: the programs with packages of their own. */
export const BENCHMARK = path.join(ROOT, 'benchmark');
