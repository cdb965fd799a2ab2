import { StartError } from '../platform/start-error';

/** Runs a command to its end. What a person can mend is said in one line; anything else with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}
