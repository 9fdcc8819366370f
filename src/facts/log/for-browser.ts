import { browserModules } from '../../clients/program-kinds.ts';
import type { FileView } from '../fact.ts';
import { importOf } from './for-terminal.ts';

const BROWSER = new RegExp(
  String.raw`^\s*['"]use client['"]|\blocalStorage\b|${importOf(browserModules)}`,
);

/** Code of a page: its console is that of the person who looks at it. */
export const runsInBrowser = (view: FileView): boolean =>
  BROWSER.test(view.module.text) || readsPage(view);

/** `document.title`, where `document` is none of the program's own things. */
const readsPage = ({ module, candidates }: FileView): boolean =>
  /\b(?:document|window|navigator)\s*\./.test(module.text) &&
  candidates.members.some(
    ({ object }) =>
      object.type === 'Identifier' &&
      /^(?:document|window|navigator)$/.test(object.name) &&
      module.scopes.lookup(object.name, object) === null,
  );
