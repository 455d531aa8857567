/**
 * Whether a build server runs the command: what CI says (`0`, `false` and `no` are a no), else what the build server gives
 * itself away by.
 */
export async function inCi(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const said = env.CI?.toLowerCase() ?? '';
  if (said !== '') return !['0', 'false', 'no'].includes(said);
  return (await import('ci-info')).default.isCI;
}
