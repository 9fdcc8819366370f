// A client of ESLint's language server (the one in VS Code's extension, which Zed, Neovim and others
// start too), over stdio. JavaScript, so that the benchmark runs it as it is.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ start: Position, end: Position }} Range
 * @typedef {{ range: Range, newText: string }} TextEdit
 * @typedef {{ range: Range, code: string, message: string, codeDescription?: { href: string } }} Diagnostic
 * @typedef {{ title: string, kind: string, edit?: WorkspaceEdit, command?: { command: string, arguments: unknown[] } }} CodeAction
 * @typedef {{ documentChanges?: { edits: TextEdit[] }[], changes?: Record<string, TextEdit[]> }} WorkspaceEdit
 * @typedef {{ uri: string, languageId: string, version: number, text: string }} Document
 */

const server = createRequire(import.meta.url).resolve(
  'vscode-langservers-extracted/bin/vscode-eslint-language-server',
);

/** What editors send where a user has set nothing. */
const defaults = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  useFlatConfig: true,
  experimental: { useFlatConfig: false },
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workingDirectory: { mode: 'location' },
};

const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    synchronization: {},
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: {
          valueSet: ['quickfix', 'source', 'source.fixAll', 'source.fixAll.eslint'],
        },
      },
      dataSupport: true,
    },
  },
};

/** The text after the edits of one document. */
export function applyEdits(/** @type {string} */ text, /** @type {readonly TextEdit[]} */ edits) {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const offset = (/** @type {Position} */ at) => (starts[at.line] ?? text.length) + at.character;
  const last = edits.toSorted((one, other) => offset(other.range.start) - offset(one.range.start));
  return last.reduce(
    (result, { range, newText }) =>
      result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
    text,
  );
}

/** The edits of a workspace edit that is about one document. */
const editsOf = (/** @type {WorkspaceEdit | undefined} */ edit) =>
  edit?.documentChanges?.flatMap(({ edits }) => edits) ?? Object.values(edit?.changes ?? {}).flat();

export class LanguageServer {
  #id = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #received = Buffer.alloc(0);
  /** @type {TextEdit[][]} */
  #applied = [];
  /** @type {Map<string, Document>} */
  #open = new Map();
  #folder;
  #settings;
  #process;

  /** Starts a server for the workspace in a folder. `settings`: what a user sets, over the defaults. */
  constructor(
    /** @type {string} */ workspace,
    /** @type {Record<string, unknown>} */ settings = {},
  ) {
    this.#folder = { uri: pathToFileURL(workspace).href, name: path.basename(workspace) };
    this.#settings = settings;
    this.#process = spawn(process.execPath, [server, '--stdio'], {
      cwd: workspace,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout.on('data', (data) => this.#receive(data));
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#pending.values()) {
        reject(new Error(`The language server ended with ${String(code)}.`));
      }
    });
  }

  async initialize() {
    await this.#request('initialize', {
      processId: process.pid,
      rootUri: this.#folder.uri,
      workspaceFolders: [this.#folder],
      capabilities,
    });
    this.#notify('initialized', {});
    return this;
  }

  /** Opens a file of the workspace with the text that is on disk. */
  open(/** @type {string} */ file, /** @type {string} */ languageId) {
    const uri = `${this.#folder.uri}/${file}`;
    const text = readFileSync(fileURLToPath(uri), 'utf8');
    const document = { uri, languageId, version: 1, text };
    this.#open.set(file, document);
    this.#notify('textDocument/didOpen', { textDocument: document });
  }

  /** Types a new text. */
  change(/** @type {string} */ file, /** @type {string} */ text) {
    const { uri, version } = this.#document(file);
    this.#open.set(file, { ...this.#document(file), version: version + 1, text });
    this.#notify('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ text }],
    });
  }

  /** The squiggles of an open file. @returns {Promise<Diagnostic[]>} */
  async diagnostics(/** @type {string} */ file) {
    const { uri } = this.#document(file);
    return (await this.#request('textDocument/diagnostic', { textDocument: { uri } })).items;
  }

  /** The text of an open file after what is fixed on save. @returns {Promise<string>} */
  async fixedOnSave(/** @type {string} */ file) {
    const start = { line: 0, character: 0 };
    const context = { diagnostics: [], only: ['source.fixAll.eslint'] };
    const [action] = await this.#actions(file, { start, end: start }, context);
    return applyEdits(this.#document(file).text, editsOf(action?.edit));
  }

  /** What the menu at a squiggle offers. @returns {Promise<CodeAction[]>} */
  quickFixes(/** @type {string} */ file, /** @type {Diagnostic} */ diagnostic) {
    const context = { diagnostics: [diagnostic], only: ['quickfix'] };
    return this.#actions(file, diagnostic.range, context);
  }

  /** The text of an open file after a choice from that menu. @returns {Promise<string>} */
  async afterChoosing(/** @type {string} */ file, /** @type {CodeAction} */ action) {
    const before = this.#applied.length;
    await this.#request('workspace/executeCommand', action.command);
    return applyEdits(this.#document(file).text, this.#applied.slice(before).flat());
  }

  /** Memory of the server's process in bytes, as Linux counts it; null elsewhere. */
  residentBytes() {
    try {
      const status = readFileSync(`/proc/${String(this.#process.pid)}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    } catch {
      return null;
    }
  }

  /** What the server's process has computed so far, in seconds, as Linux counts it; null elsewhere. */
  computingSeconds() {
    try {
      const stat = readFileSync(`/proc/${String(this.#process.pid)}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return null;
    }
  }

  async stop() {
    await this.#request('shutdown', null);
    this.#notify('exit', {});
  }

  #document(/** @type {string} */ file) {
    const document = this.#open.get(file);
    if (!document) throw new Error(`${file} is not open.`);
    return document;
  }

  /** @returns {Promise<CodeAction[]>} */
  async #actions(
    /** @type {string} */ file,
    /** @type {Range} */ range,
    /** @type {object} */ context,
  ) {
    const { uri } = this.#document(file);
    const asked = { textDocument: { uri }, range, context };
    return (await this.#request('textDocument/codeAction', asked)) ?? [];
  }

  /** @returns {Promise<any>} */
  #request(/** @type {string} */ method, /** @type {unknown} */ params) {
    const id = ++this.#id;
    this.#send({ id, method, params });
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #notify(/** @type {string} */ method, /** @type {unknown} */ params) {
    this.#send({ method, params });
  }

  #send(/** @type {object} */ message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  }

  #receive(/** @type {Buffer} */ data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = this.#received.subarray(0, end).toString();
      const stop = end + 4 + Number(/Content-Length: (\d+)/i.exec(head)?.[1]);
      if (this.#received.length < stop) return;
      const message = JSON.parse(this.#received.subarray(end + 4, stop).toString());
      this.#received = this.#received.subarray(stop);
      this.#handle(message);
    }
  }

  #handle(/** @type {any} */ { id, method, params, result, error }) {
    if (id === undefined) return;
    if (method !== undefined) {
      this.#send({ id, result: this.#answer(method, params) });
      return;
    }
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(new Error(JSON.stringify(error)));
    else pending?.resolve(result);
  }

  /** What the server asks of the editor. */
  #answer(/** @type {string} */ method, /** @type {any} */ params) {
    if (method === 'workspace/applyEdit') {
      this.#applied.push(editsOf(params.edit));
      return { applied: true };
    }
    if (method !== 'workspace/configuration') return null;
    const configuration = { ...defaults, ...this.#settings, workspaceFolder: this.#folder };
    return params.items.map(() => configuration);
  }
}
