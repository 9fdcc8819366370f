/** No line that somebody wrote is longer. */
const LONG_LINE = 2000;

/** A banner and a few wrapped lines at most stand beside the long ones. */
const FEW = 10;

/** Of so many long lines that are nearly the whole text, texts in templates may break the rest into lines. */
const MANY_LONG = 5;
const NEARLY_ALL = 0.9;

/** Whether a text is the output of a minifier: long lines, and hardly any other. */
export function isMinified(text: string): boolean {
  if (text.length < LONG_LINE) return false;
  let short = 0;
  let long = 0;
  let inLong = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const length = (newline < 0 ? text.length : newline) - start;
    if (length > LONG_LINE) {
      long++;
      inLong += length;
    } else if (length > 0) short++;
    if (long === 0 && short > FEW) return false;
    start += length + 1;
  }
  return short <= FEW || (long >= MANY_LONG && inLong >= NEARLY_ALL * text.length);
}
