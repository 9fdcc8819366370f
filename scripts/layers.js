// Which room may import which. The lint configuration and a contract test both read this table;
// every room may import from itself. `src/command` is the program: it also reads the plugin as a
// whole. `ast`, `clients`, `apis`, `checklists` are leaves.

/** @type {Record<string, readonly string[]>} */
export const layers = {
  rules: ['src/rule', 'src/edits', 'src/facts'],
  'src/rule': [
    'src/facts',
    'src/data',
    'src/edits',
    'src/values',
    'src/ast',
    'src/project',
    'src/clients',
    'src/apis',
    'src/checklists',
  ],
  'src/facts': ['src/data', 'src/values', 'src/ast', 'src/project', 'src/clients', 'src/apis'],
  'src/data': ['src/values', 'src/ast', 'src/project'],
  'src/edits': ['src/values', 'src/ast'],
  'src/values': ['src/ast', 'src/project'],
  'src/ast': [],
  'src/project': ['src/ast'],
  'src/clients': [],
  'src/apis': [],
  'src/checklists': [],
  'src/languages': ['src/data', 'src/ast'],
  'src/configs': ['rules', 'src/rule', 'src/apis', 'src/checklists', 'src/languages'],
  'src/report': ['src/rule', 'src/facts', 'src/apis', 'src/checklists'],
  'src/command': ['rules', 'src/report', 'src/rule', 'src/apis'],
};

/** Rooms that others may import types of, and only types: a rule reads facts, it finds none. */
export const typesOnly = { rules: ['src/facts'] };

/**
 * @param {string} room
 * @returns {string[]} the rooms it may not import from
 */
export function forbiddenRooms(room) {
  return Object.keys(layers).filter((other) => other !== room && !layers[room].includes(other));
}
