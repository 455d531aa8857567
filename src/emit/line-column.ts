/** Tells where offsets of a text stand: line and column, both 1-based, the column in code points. Offsets must not fall. */
export function lineColumnsOf(text: string): (unit: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf('\n');
  return (unit) => {
    while (next >= 0 && next < unit) {
      line++;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { line, column: [...text.slice(lineStart, unit)].length + 1 };
  };
}
