import { version } from './cli/version.ts';
import { OutputFailed, toStream } from './emit/output.ts';

/**
 * Runs one command line and gives its exit code. Nothing here ends the process: output that is under way gets out.
 * The version is asked for by scripts before every run, so it does not wait for the rest of the program to load.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const out = toStream(process.stdout, '<stdout>');
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    try {
      await out.write(`${version()}\n`);
      return 0;
    } catch (error) {
      if (error instanceof OutputFailed) return error.exitCode;
      throw error;
    }
  }
  const { runCommandLine } = await import('./cli/command-line.ts');
  return runCommandLine(argv, out, toStream(process.stderr, '<stderr>'));
}
