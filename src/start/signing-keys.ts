import { readFileSync } from 'node:fs';
import { SigningKeys } from '../access';
import type { Config } from '../config';
import { StartError } from '../platform/start-error';
import { keptSecret } from './kept-secret';

/** The keys of TOKEN_KEYS or TOKEN_KEYS_FILE. Without either only the embedded demo may generate its own. */
export function signingKeys(config: Config, embeddedDataDir: string | null): SigningKeys {
  const { tokenKeys, tokenKeysFile } = config;
  if (tokenKeys !== undefined) return SigningKeys.parse(tokenKeys, 'TOKEN_KEYS');
  if (tokenKeysFile !== undefined) return SigningKeys.parse(readKeyFile(tokenKeysFile), 'TOKEN_KEYS_FILE');
  if (embeddedDataDir !== null) {
    const secret = keptSecret(embeddedDataDir, 'token-key', 48);
    return new SigningKeys([{ kid: 'embedded', secret }], 'DATA_DIR/token-key');
  }
  throw new StartError(
    'TOKEN_KEYS or TOKEN_KEYS_FILE must be set beside DATABASE_URL, as kid:secret; "openssl rand -base64 48" makes a good secret / 请设置 TOKEN_KEYS 或 TOKEN_KEYS_FILE',
  );
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartError(
      `TOKEN_KEYS_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${file}`,
    );
  }
}
