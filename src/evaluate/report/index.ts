import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export type { Reporter, Setting } from './reporter.ts';

/** The forms in which a check is reported; the first is taken when none is asked for. */
export const reporters: readonly Reporter[] = [pretty, github, junit, sarif, json];
