// Derived text inside a page that is otherwise written by hand stands between two marks.

/**
 * @param {string} page
 * @param {string} name what stands there: `<!-- begin NAME -->` … `<!-- end NAME -->`
 * @param {string} text the derived text; empty removes what stood there
 * @param {string} [heading] where the page has no marks: put them below this heading
 * @returns {string}
 */
export function betweenMarkers(page, name, text, heading) {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const block = `${begin}\n\n${text}\n\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from !== -1 && to !== -1) return page.slice(0, from) + block + page.slice(to + end.length);
  if (text === '' || heading === undefined) return page;
  return insertBelow(page, heading, block);
}

/** @param {string} page @param {string} heading @param {string} block */
function insertBelow(page, heading, block) {
  const at = `\n${page}`.indexOf(`\n${heading}\n`);
  if (at !== -1) {
    const below = at + heading.length;
    return `${page.slice(0, below)}\n\n${block}${page.slice(below)}`;
  }
  const last = page.indexOf('\n## When not to use it\n');
  const section = `${heading}\n\n${block}\n`;
  if (last === -1) return `${page.trimEnd()}\n\n${section}`;
  return `${page.slice(0, last)}\n${section}${page.slice(last)}`;
}
