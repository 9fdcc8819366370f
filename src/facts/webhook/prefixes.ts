import { attributeOf } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { frameworks } from './site.ts';

const PREFIXES = frameworks.flatMap(({ forms }) =>
  forms.flatMap((form) => (form.form === 'register' && form.prefix ? [form.prefix] : [])),
);
const OPTIONS = PREFIXES.flatMap(({ option }) => option ?? []);
const METHODS: ReadonlySet<string> = new Set(PREFIXES.flatMap(({ method }) => method ?? []));

/** A route's path, with what the application or router puts before all of its paths: `new App({ prefix: '/hooks' })`. */
export function prefixed(path: string, router: Value): string {
  let whole = path;
  for (let made = router; made.kind === 'call';) {
    const { callee, args, isNew } = made;
    const [first] = args;
    const given = isNew
      ? optionIn(first)
      : callee.kind === 'member' && METHODS.has(callee.name) && first;
    if (given && isString(given))
      whole = `${given.value.replace(/\/$/, '')}/${whole.replace(/^\//, '')}`;
    if (isNew || callee.kind !== 'member') break;
    made = callee.object;
  }
  return whole;
}

function optionIn(options: Value | undefined): Value | null {
  if (options?.kind !== 'object') return null;
  const found = OPTIONS.map((name) => attributeOf(options, name)).find(
    ({ state }) => state === 'known',
  );
  return found?.state === 'known' ? found.value : null;
}
