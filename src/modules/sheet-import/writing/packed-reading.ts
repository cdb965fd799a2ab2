import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FormReading } from '../form.rules';

/** A reading as it is kept beside its file, a tenth of its size or less: JSON, compressed. */
export async function packed(reading: FormReading): Promise<Buffer> {
  return promisify(gzip)(JSON.stringify(reading), { level: 1 });
}

export async function unpacked(kept: Buffer): Promise<FormReading> {
  return JSON.parse((await promisify(gunzip)(kept)).toString()) as FormReading;
}
