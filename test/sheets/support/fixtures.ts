import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The office's own forms, and what is to be read of them. */
export const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../fixtures', name));
export const reading = (name: string): unknown => JSON.parse(fixture(name).toString());
