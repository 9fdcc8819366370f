import { describe, expect, it } from 'vitest';
import { insecurePartsOf } from '../../src/facts/tls/command.ts';

/** The line with its insecure parts written the way the facts propose. */
function mended(line: string): string {
  return insecurePartsOf(line).reduceRight(
    (text, { start, end, instead }) => text.slice(0, start) + instead + text.slice(end),
    line,
  );
}
const names = (line: string): string[] => insecurePartsOf(line).map(({ name }) => name);

describe('insecure parts of a command line', () => {
  it('finds flags and letters among others', () => {
    expect(names('curl --insecure https://api.shop.net')).toEqual(['--insecure']);
    expect(mended('curl -fsSk https://api.shop.net')).toBe('curl -fsS https://api.shop.net');
    expect(names('wget -q --no-check-certificate https://api.shop.net/a.tgz')).toEqual([
      '--no-check-certificate',
    ]);
  });
  it('finds variables before a program, prefixes aside', () => {
    expect(mended('cross-env NODE_ENV=production NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js')).toBe(
      'cross-env NODE_ENV=production NODE_TLS_REJECT_UNAUTHORIZED=1 node a.js',
    );
    expect(names('export NODE_TLS_REJECT_UNAUTHORIZED="0"')).toEqual([
      'NODE_TLS_REJECT_UNAUTHORIZED',
    ]);
  });
  it('finds settings in each form', () => {
    expect(names('npm config set strict-ssl false')).toEqual(['strict-ssl']);
    expect(names('npm ci --strict-ssl=false')).toEqual(['strict-ssl']);
    expect(names('git -c http.sslVerify=false clone https://git.shop.net/a.git')).toEqual([
      'http.sslVerify',
    ]);
  });
  it('looks at each of several commands', () => {
    expect(names('npm ci && curl -k https://a.shop.net; echo "curl -k"')).toEqual(['-k']);
    expect(names('cat list | /usr/bin/curl -k -T - https://a.shop.net')).toEqual(['-k']);
  });
  it('leaves alone what is for this machine, and letters of other meaning', () => {
    expect(names('curl -k https://localhost:8443/health')).toEqual([]);
    expect(names("curl -sk 'https://127.0.0.1/health'")).toEqual([]);
    expect(names('curl -o k https://a.shop.net')).toEqual([]);
    expect(names('curl -Hk:1 https://a.shop.net')).toEqual([]);
    expect(names('tar -k -x; grep -k curl')).toEqual([]);
    expect(names('NODE_TLS_REJECT_UNAUTHORIZED=1 node a.js')).toEqual([]);
  });
});
