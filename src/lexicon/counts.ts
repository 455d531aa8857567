import { tableText } from './load.ts';

/** Whole numbers about characters of one code unit each, as columns: the n-th number of each is about the n-th unit. */
export interface Counts {
  readonly units: Uint16Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

const LINE_BREAK = 10;
const TAB = 9;
const NOUGHT = 48;

/**
 * Reads a table whose first cell is a character and whose other cells are counts, all of them there. It is read digit by
 * digit: making a string of each cell would take ten times as long.
 */
export function loadCounts(name: string): Counts {
  const text = tableText(name);
  let at = 0;
  while (text.startsWith('#', at)) at = text.indexOf('\n', at) + 1;
  const head = text.indexOf('\n', at);
  const [, ...names] = text.slice(at, head).split('\t');
  const most = Math.ceil((text.length - head) / (2 * names.length + 2));
  const units = new Uint16Array(most);
  const columns = names.map(() => new Float64Array(most));
  let row = 0;
  for (at = head + 1; at < text.length; row++) {
    units[row] = text.charCodeAt(at++);
    for (const column of columns) {
      let number = 0;
      for (at++; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === TAB || unit === LINE_BREAK) break;
        number = 10 * number + unit - NOUGHT;
      }
      column[row] = number;
    }
    at++;
  }
  return {
    units: units.subarray(0, row),
    columns: Object.fromEntries(names.map((one, index) => [one, (columns[index] as Float64Array).subarray(0, row)])),
  };
}
