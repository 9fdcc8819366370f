import { tlsOptions, tlsVariable } from '../../clients/tls-options.ts';
import type { DataNode } from '../../ast/data-node.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { isScript } from '../../data/script.ts';
import type { DataTree } from '../../data/tree.ts';
import { environmentOfFile, isDescription, isManifest } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import { insecurePartsOf } from './command.ts';
import { reachOfHosts } from './hosts.ts';
import type { Remedy, TlsSwitch } from './tls-switch.ts';

/** What a data file sets up so that certificates are not checked. */
export function findDataTlsSwitches(view: DataView): TlsSwitch[] {
  const isDevelopmentOnly = isForDevelopment(view);
  const found = view.values.flatMap((value) =>
    isScript(value) ? inScript(value) : inSetting(value, view),
  );
  return found.map((one) => ({ ...one, isDevelopmentOnly, evidence: {} }));
}

type Found = Omit<TlsSwitch, 'isDevelopmentOnly' | 'evidence'>;

/** Not CI: a pipeline that takes any certificate takes any package. */
const isForDevelopment = ({ filename }: DataView): boolean =>
  /(?:^|[^a-z])(?:dev|development|local|test|example|sample)(?:[^a-z]|$)/i.test(
    filename.slice(filename.lastIndexOf('/') + 1),
  ) && environmentOfFile(filename) !== 'production';

function inScript({ node, text }: NamedValue): Found[] {
  return insecurePartsOf(text).map(({ name, of, start, end, instead }) => {
    const part = node.part(start, end);
    const how = of === 'process' ? 'process' : 'command';
    return { node: part.asNode, how, name, reach: null, remedy: remedyOf(part, instead) };
  });
}

function inSetting(value: NamedValue, view: DataView): Found[] {
  const { name, node, text } = value;
  if (name === null) return [];
  if (name === tlsVariable.name)
    return text === tlsVariable.off
      ? [
          {
            node: node.asNode,
            how: 'process',
            name,
            reach: null,
            remedy: remedyOf(node, tlsVariable.on),
          },
        ]
      : [];
  const option = tlsOptions.find((one) => one.name === name && !(one.isAmbiguous ?? false));
  const isOff = option ? text === String(option.off) : isStrictSslOff(value);
  if (!isOff || isManifest(view.filename) || isDescription(view)) return [];
  const instead = String(option ? !option.off : true);
  const reach = reachOfHosts(hostsBeside(value.document, node));
  return [{ node: node.asNode, how: 'option', name, reach, remedy: remedyOf(node, instead) }];
}

/** The hosts of the addresses that stand in the same map as a value. */
function hostsBeside(tree: DataTree, node: DataNode): string[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap((item) => hostsBeside(item, node));
  const isHere = tree.entries.some(({ value }) => value.node === node);
  return tree.entries.flatMap(({ value }) => {
    if (value.kind !== 'scalar') return hostsBeside(value, node);
    const [, host] = isHere ? (ADDRESS.exec(value.text) ?? []) : [];
    return host === undefined ? [] : [host];
  });
}

const ADDRESS = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#\s]+)/i;

/** The setting of package managers, in a file or as a variable. */
const isStrictSslOff = ({ name, text }: NamedValue): boolean =>
  /^(?:npm_config_)?strict[-_]ssl$/i.test(name ?? '') && text === 'false';

/** In place of what is written; whoever reads the file decides what else it means. */
function remedyOf({ textStart, text }: DataNode, instead: string): Remedy | null {
  if (textStart === null || instead === '') return null;
  return { range: [textStart, textStart + text.length], text: instead, isSafe: false };
}
