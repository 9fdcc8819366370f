import { tlsOptions, tlsVariable } from '../../clients/tls-options.ts';
import type { DataNode } from '../../ast/data-node.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { isScript } from '../../data/script.ts';
import { environmentOfFile, isDescription, isManifest } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import { insecurePartsOf } from './command.ts';
import type { Remedy, TlsSwitch } from './tls-switch.ts';

/** What a data file sets up so that certificates are not checked. */
export function findDataTlsSwitches(view: DataView): TlsSwitch[] {
  const isDevelopmentOnly = isForDevelopment(view);
  const found = view.values.flatMap((value) =>
    isScript(value) ? inScript(value) : inSetting(value, view),
  );
  return found.map((one) => ({ ...one, reach: null, isDevelopmentOnly, evidence: {} }));
}

type Found = Omit<TlsSwitch, 'reach' | 'isDevelopmentOnly' | 'evidence'>;

/** Not CI: a pipeline that takes any certificate takes any package. */
const isForDevelopment = ({ filename }: DataView): boolean =>
  /(?:^|[^a-z])(?:dev|development|local|test|example|sample)(?:[^a-z]|$)/i.test(
    filename.slice(filename.lastIndexOf('/') + 1),
  ) && environmentOfFile(filename) !== 'production';

function inScript({ node, text }: NamedValue): Found[] {
  return insecurePartsOf(text).map(({ name, of, start, end, instead }) => {
    const part = node.part(start, end);
    const how = of === 'process' ? 'process' : 'command';
    return { node: part.asNode, how, name, remedy: remedyOf(part, instead) };
  });
}

function inSetting(value: NamedValue, view: DataView): Found[] {
  const { name, node, text } = value;
  if (name === null) return [];
  if (name === tlsVariable.name)
    return text === tlsVariable.off
      ? [{ node: node.asNode, how: 'process', name, remedy: remedyOf(node, tlsVariable.on) }]
      : [];
  const option = tlsOptions.find((one) => one.name === name && !(one.isAmbiguous ?? false));
  const isOff = option ? text === String(option.off) : isStrictSslOff(value);
  if (!isOff || isManifest(view.filename) || isDescription(view)) return [];
  const instead = String(option ? !option.off : true);
  return [{ node: node.asNode, how: 'option', name, remedy: remedyOf(node, instead) }];
}

/** The setting of package managers, in a file or as a variable. */
const isStrictSslOff = ({ name, text }: NamedValue): boolean =>
  /^(?:npm_config_)?strict[-_]ssl$/i.test(name ?? '') && text === 'false';

/** In place of what is written; whoever reads the file decides what else it means. */
function remedyOf({ textStart, text }: DataNode, instead: string): Remedy | null {
  if (textStart === null || instead === '') return null;
  return { range: [textStart, textStart + text.length], text: instead, isSafe: false };
}
