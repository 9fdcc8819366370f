import { replaceText } from '../src/edits/replace-text.ts';
import type { TlsSwitch } from '../src/facts/tls/tls-switch.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-disabled-tls-verification',
  description: 'Disallow connections that take any certificate',
  checklist: ['moncreneau/valid-certificate', 'octopus/webhook-https', 'aelix/https'],
  level: 'recommended',
  fix: 'both',
  messages: {
    option: "'{{name}}' lets anybody on the way answer for the host: check its certificate.",
    identity: 'This finds no host name wrong, so that any certificate will do for this host.',
    process:
      "'{{name}}' lets anybody on the way answer for every host that this process talks to: check certificates.",
    command: "'{{name}}' makes this command take any certificate: let it check the host's.",
    plain: "'{{name}}' sends everything unencrypted to a remote host.",
  },
  on: {
    tlsSwitch(tls, { report }) {
      const { node, how, name, reach, isDevelopmentOnly } = tls;
      if (isDevelopmentOnly || reach === 'loopback') return;
      report({ node, messageId: how, data: { name }, edit: edit(tls) });
    },
  },
});

function edit({ remedy, how, name }: TlsSwitch) {
  if (!remedy) return null;
  const { range, text, isSafe } = remedy;
  const title = text === '' ? `Leave out '${name}'` : `Check certificates`;
  return replaceText(range, text, title, isSafe && how === 'option');
}
