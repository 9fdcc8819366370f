import { styleText } from 'node:util';
import type { ApiReport, ItemReport, ItemState, Place, Report } from './model.ts';
import { sectionsOf, tally } from './model.ts';
import { STATE_MARKS, STATE_NAMES, STATES, evidenceFor, plural } from './words.ts';

type Style = Parameters<typeof styleText>[0];

/** What the terminal is like. */
export interface Terminal {
  /** Columns; text is wrapped to it. */
  readonly width: number;
  readonly colour: boolean;
}

/** Places of one item that are listed before the rest is counted. */
const MOST_PLACES = 10;

const TINTS: Readonly<Record<ItemState, Style>> = {
  failed: 'red',
  passed: 'green',
  'not-seen': 'dim',
  off: 'yellow',
  manual: 'cyan',
};

/** The report as text. */
export function terminalReport(report: Report, terminal: Terminal): string {
  const paint = (style: Style, text: string): string =>
    terminal.colour ? styleText(style, text, { validateStream: false }) : text;
  const printer = { paint, width: Math.max(40, terminal.width) };
  const lines = report.apis.flatMap((api) => apiLines(api, printer));
  const unread = report.unread.flatMap(({ file, reason }) =>
    wrapped(`${paint('red', '!')} ${file}: ${reason}`, 2, printer.width),
  );
  return [
    ...lines,
    ...(unread.length > 0 ? ['', ...unread] : []),
    '',
    ...wrapped(footer(report), 2, printer.width),
    '',
  ].join('\n');
}

interface Printer {
  readonly width: number;
  paint(style: Style, text: string): string;
}

function apiLines({ title, items }: ApiReport, printer: Printer): string[] {
  return [
    '',
    printer.paint('bold', title),
    ...bar(items, printer),
    ...sectionsOf(items).flatMap(([section, own]) => [
      '',
      ...(section === '' ? [] : [printer.paint('underline', section)]),
      ...own.flatMap((item) => itemLines(item, printer)),
    ]),
  ];
}

/** The share of each state as a bar, with the figures under it. */
function bar(items: readonly ItemReport[], { width, paint }: Printer): string[] {
  const counts = tally(items);
  const space = Math.min(width, 60);
  const cells = STATES.map((state) => {
    const share = Math.round((counts[state] / Math.max(1, items.length)) * space);
    return paint(TINTS[state], BLOCKS[state].repeat(share));
  });
  const figures = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${STATE_MARKS[state]} ${String(counts[state])} ${STATE_NAMES[state].toLowerCase()}`,
  );
  return [cells.join(''), ...wrapped(figures.join('   '), 0, width)];
}

/** Told apart without colour too. */
const BLOCKS: Readonly<Record<ItemState, string>> = {
  failed: '█',
  passed: '▓',
  'not-seen': '░',
  off: '▒',
  manual: '·',
};

function itemLines(item: ItemReport, { width, paint }: Printer): string[] {
  const mark = paint(TINTS[item.state], STATE_MARKS[item.state]);
  const text = wrapped(`${mark} ${item.text}`, 2, width);
  const evidence = wrapped(`  ${evidenceFor(item)}`, 2, width).map((line) => paint('dim', line));
  const places = item.places.slice(0, MOST_PLACES).flatMap((place) => placeLines(place, width));
  const rest = item.places.length - MOST_PLACES;
  return [
    ...text,
    ...evidence,
    ...places,
    ...(rest > 0 ? [`    … and ${plural(rest, 'more place')}`] : []),
  ];
}

const placeLines = ({ file, line, column, rule }: Place, width: number): string[] =>
  wrapped(`    ${file}:${String(line)}:${String(column)}  ${rule}`, 6, width);

function footer({ apis, files }: Report): string {
  const all = tally(apis.flatMap(({ items }) => items));
  const figures = STATES.map(
    (state) => `${String(all[state])} ${STATE_NAMES[state].toLowerCase()}`,
  );
  return `${plural(files, 'file')}: ${figures.join(', ')}`;
}

/** Text broken at spaces, the following lines indented. Escape sequences take no room. */
function wrapped(text: string, indent: number, width: number): string[] {
  const lines: string[] = [];
  const lead = /^ */.exec(text)?.[0] ?? '';
  let line = lead;
  for (const word of text.slice(lead.length).split(' ')) {
    const isFirst = line.trim() === '';
    if (!isFirst && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = ' '.repeat(Math.max(indent, lead.length)) + word;
    } else {
      line = isFirst ? line + word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

// eslint-disable-next-line no-control-regex -- escape sequences begin with a control character
const lengthOf = (text: string): number => text.replace(/\u001b\[\d+m/g, '').length;
