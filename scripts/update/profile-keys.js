// The keys of an API profile as tables, read from the types and docstrings of src/apis/profile.ts.
import ts from 'typescript';

/** @typedef {{ name: string, doc: string, rows: { key: string, type: string, doc: string }[] }} Table */

/** @param {ts.Node} node */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replaceAll(/\s*\n\s*/g, ' ');
}

/** @param {ts.Node | undefined} node @param {ts.SourceFile} file */
function textOf(node, file) {
  return (node?.getText(file) ?? '').replaceAll(/\s+/g, ' ').replaceAll('readonly ', '');
}

/**
 * @param {ts.NodeArray<ts.TypeElement>} members
 * @param {ts.SourceFile} file
 * @param {ReadonlyMap<string, string>} aliases name of a type -> what it stands for
 */
function rowsOf(members, file, aliases) {
  return members.filter(ts.isPropertySignature).map((member) => {
    const optional = member.questionToken ? '' : ' (required)';
    const type = textOf(member.type, file);
    const [, name = '', list = ''] = /^(\w+)(\[\])?$/.exec(type) ?? [];
    const meant = aliases.get(name);
    const shown = meant === undefined ? type : list === '' ? meant : `(${meant})[]`;
    return { key: `\`${member.name.getText(file)}\`${optional}`, type: shown, doc: docOf(member) };
  });
}

/** @param {string} source @returns {Table[]} one for each interface, in its order */
function tablesIn(source) {
  const file = ts.createSourceFile('profile.ts', source, ts.ScriptTarget.Latest, true);
  const aliases = new Map(
    file.statements
      .filter(ts.isTypeAliasDeclaration)
      .map(({ name, type }) => [name.text, textOf(type, file)]),
  );
  return file.statements.filter(ts.isInterfaceDeclaration).map((statement) => ({
    name: statement.name.text,
    doc: docOf(statement),
    rows: rowsOf(statement.members, file, aliases),
  }));
}

/** @param {string} text in a cell of a table */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {Table} table @param {ReadonlyMap<string, Table>} known tables by name */
function lines({ rows }, known) {
  const head = ['| Key | Type | Meaning |', '|---|---|---|'];
  const typed = rows.map(({ key, type, doc }) => {
    const name = type.replace(/\[\]$/, '');
    const table = known.get(name);
    if (!table) return `| ${key} | \`${cell(type)}\` | ${cell(doc)} |`;
    const link = `[${type.replace('[]', '\\[\\]')}](#${name.toLowerCase()})`;
    return `| ${key} | ${link} | ${cell(doc || table.doc)} |`;
  });
  return [...head, ...typed].join('\n');
}

/**
 * @param {string} source text of src/apis/profile.ts
 * @returns {string} the profile's own keys first, then what they hold
 */
export function profileKeys(source) {
  const tables = tablesIn(source);
  const known = new Map(tables.map((table) => [table.name, table]));
  const rank = ({ name }) => ['ApiProfile', 'ApiFigures'].indexOf(name);
  const first = tables.filter((table) => rank(table) !== -1).sort((a, b) => rank(a) - rank(b));
  const rest = tables.filter((table) => rank(table) === -1);
  const titles = { ApiProfile: 'How it is recognised', ApiFigures: 'What it demands' };
  return [...first, ...rest]
    .map((table) => {
      const title = titles[table.name] ?? table.name;
      const doc = titles[table.name] ? '' : `${table.doc}\n\n`;
      return `### ${title}\n\n${doc}${lines(table, known)}`;
    })
    .join('\n\n');
}
