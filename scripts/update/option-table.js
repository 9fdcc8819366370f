// A rule's options as a table, read from its schema: type, default and description of each.

/** @param {any} value @returns {string} as code; a bar would end the table's cell */
function code(value) {
  return `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``;
}

/** @param {string} type of an element @returns {string} */
function arrayOf(type) {
  return type.includes(', ') || type.includes(' or ') ? `(${type})[]` : `${type}[]`;
}

/** @param {any} schema of one option @returns {string} */
function typeOf(schema) {
  if (schema.enum) return schema.enum.map(code).join(', ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return variants.map(typeOf).join(' or ');
  if (schema.type === 'array') return arrayOf(typeOf(schema.items ?? {}));
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  return schema.type ?? 'any';
}

/**
 * @param {import('./page-head.js').BuiltRule} rule
 * @returns {string} empty for a rule without options
 */
export function optionTable({ meta }) {
  const schema = Array.isArray(meta.schema) ? meta.schema[0] : meta.schema;
  const options = Object.entries(schema?.properties ?? {});
  if (options.length === 0) return '';
  const rows = options.map(([name, option]) => {
    const standard = option.default === undefined ? '' : code(option.default);
    const description = (option.description ?? '').replaceAll('|', '\\|');
    return `| \`${name}\` | ${typeOf(option)} | ${standard} | ${description} |`;
  });
  return ['| Option | Type | Default | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}
