/** No line that somebody wrote is longer. */
const LONG_LINE = 2000;

/** A banner and a few wrapped lines at most stand beside the long ones. */
const MOST_SHORT_LINES = 10;

/** Whether a text is the output of a minifier: long lines, and hardly any other. */
export function isMinified(text: string): boolean {
  if (text.length < LONG_LINE) return false;
  let short = 0;
  let long = 0;
  for (let start = 0; start < text.length && short <= MOST_SHORT_LINES;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > LONG_LINE) long++;
    else if (end > start) short++;
    start = end + 1;
  }
  return long > 0 && short <= MOST_SHORT_LINES;
}
