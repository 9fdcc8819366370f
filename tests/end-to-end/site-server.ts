import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder, as any host of static pages would.
 * @param base what stands before their paths, with a slash at both ends
 */
export async function serve(
  folder: string,
  base: string,
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = path.join(folder, name.slice(base.length));
    const found = name.startsWith(base) && existsSync(file) && statSync(file).isFile();
    response.statusCode = found ? 200 : 404;
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
    response.end(found ? readFileSync(file) : 'There is no such page.');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${String(port)}${base}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
