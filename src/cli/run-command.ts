import { StartError } from '../platform/start-error';

/** Runs a command to its end. An error that a person can mend is printed in one line; any other with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}
