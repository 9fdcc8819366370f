import { expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

const ANGULAR = "import { HttpClient, HttpHeaders } from '@angular/common/http';";
const angular = (headers: string) =>
  `${ANGULAR} export class Orders { constructor(private http: HttpClient) {} list(token) { ${headers} return this.http.get('https://api.x.io/a', { headers }); } }`;

it.each([
  ['headers of a Headers', "fetch('/a', { headers: new Headers({ 'X-Id': id }) })", 'known'],
  ['no such header', "fetch('/a', { headers: new Headers({ accept: '*/*' }) })", 'absent'],
  ['headers from elsewhere', "fetch('/a', { headers: new Headers(given) })", 'unknown'],
  [
    'set later',
    "const headers = new Headers(); headers.append('X-Id', id); fetch('/a', { headers })",
    'known',
  ],
  [
    'set under a name that is not known',
    "const headers = new Headers(); headers.set(name, id); fetch('/a', { headers })",
    'unknown',
  ],
  [
    'handed to a function',
    "const headers = new Headers(); sign(headers); fetch('/a', { headers })",
    'unknown',
  ],
  [
    'the headers of axios',
    "import axios, { AxiosHeaders } from 'axios'; axios.get('/a', { headers: new AxiosHeaders({ 'X-Id': id }) })",
    'known',
  ],
  ['the headers of Angular', angular("const headers = new HttpHeaders({ 'x-id': '1' });"), 'known'],
  [
    'set on what is given back',
    angular("const headers = new HttpHeaders().set('Accept', '*/*').append('X-Id', token);"),
    'known',
  ],
  [
    'another one set on what is given back',
    angular("const headers = new HttpHeaders({ a: 'b' }).set('Accept', '*/*');"),
    'absent',
  ],
  [
    'set on what is not known',
    angular("const headers = this.auth.headers().set('Accept', '*/*');"),
    'unknown',
  ],
  [
    'set under another name on what is given back',
    angular("const headers = new HttpHeaders().set(this.name, 'a');"),
    'unknown',
  ],
  ['no headers at all', "fetch('/a', { headers: new Map().set('X-Id', id) })", 'unknown'],
])('%s', (_, code, state) => {
  expect(factsIn(code).apiCall.map((call) => call.header('X-Id').state)).toEqual([state]);
});
